import type { Answer, Handler } from '../engine/ports.ts'
import { planChanged } from '../planning/blockers.ts'
import { planUndo } from '../planning/plan-undo.ts'
import type { UndoPlan } from '../planning/plan-undo.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'

/** What has to be taken back, row by row, and what stands in the way. */
export function planHandler(deps: EffectDeps): Handler<'plan'> {
  return async (run) => {
    const { also, seen } = run.effect.payload
    const planned = await planUndo(deps, callerOf(run), { caseId: run.case.id, also })
    if (!planned) throw new Error(`no case ${run.case.id} to plan for`)
    if (planned.type === 'notRead') return toHandled(planned)
    return { type: 'answer', answer: answerTo(planned, seen) }
  }
}

/** A plan is carried out where nothing stops it, and where it is the one that was shown. */
export function answerTo({ plan, steps }: UndoPlan, seen: string | null): Answer {
  const errors = plan.blockers.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return { type: 'blocked', blockers: errors.map(({ text }) => text) }
  if (seen !== null && seen !== plan.fingerprint)
    return { type: 'blocked', blockers: [planChanged] }
  return { type: 'planned', steps }
}
