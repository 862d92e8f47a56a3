import type { Handled, Handler } from '../engine/ports.ts'
import { planUndo } from '../planning/plan-undo.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'

/** What has to be taken back, row by row, and what stands in the way. */
export function planHandler(deps: EffectDeps): Handler<'plan'> {
  return async (run) => {
    const planned = await planUndo(deps, callerOf(run), run.case.id)
    if (!planned) throw new Error(`no case ${run.case.id} to plan for`)
    if (planned.type === 'notRead') return toHandled(planned)
    const errors = planned.plan.blockers.filter(({ severity }) => severity === 'error')
    const answer: Extract<Handled, { type: 'answer' }>['answer'] =
      errors.length > 0
        ? { type: 'blocked', blockers: errors.map(({ text }) => text) }
        : { type: 'planned', steps: planned.steps }
    return { type: 'answer', answer }
  }
}
