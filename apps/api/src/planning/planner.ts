import type { CaseDataChange } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'

import type { EffectDeps } from '../effects/deps.ts'
import { findCase } from '../engine/case-row.ts'
import type { Actor } from '../engine/ports.ts'
import { refuse, refuseUnread } from '../errors.ts'
import type { PlanView, RehearsalView } from '../plan-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { rehearse } from '../rehearsal/rehearse.ts'
import type { Rehearsed, StepToRehearse } from '../rehearsal/rehearse.ts'
import { planCorrection } from './plan-correction.ts'
import type { CorrectionOrder } from './plan-correction.ts'
import { planUndo } from './plan-undo.ts'

/** What a person is shown before they undo or correct. */
export interface Planner {
  /** `also` are cases that need not be undone, and that a person chose to undo as well. */
  planUndo(caseId: string, by: Actor, also?: readonly string[]): Promise<PlanView>
  planCorrection(
    caseId: string,
    data: CaseDataChange,
    by: Actor,
  ): Promise<{
    readonly plan: PlanView
    readonly order: CorrectionOrder | null
  }>
  /** What the register says of each step, without saving any. */
  rehearseUndo(caseId: string, by: Actor, also?: readonly string[]): Promise<RehearsalView>
  rehearseCorrection(caseId: string, data: CaseDataChange, by: Actor): Promise<RehearsalView>
}

export function createPlanner(deps: EffectDeps): Planner {
  return {
    async planUndo(caseId, by, also = []) {
      const caller = await callerFor(deps, caseId, by)
      return answered(await planUndo(deps, caller, { caseId, also })).plan
    },
    async planCorrection(caseId, data, by) {
      const caller = await callerFor(deps, caseId, by)
      const { plan, order } = answered(await planCorrection(deps, caller, { caseId, data }))
      return { plan, order }
    },
    async rehearseUndo(caseId, by, also = []) {
      const caller = await callerFor(deps, caseId, by)
      const { plan, steps } = answered(await planUndo(deps, caller, { caseId, also }))
      return toView(await rehearse(deps, caller, pairs(steps, plan)))
    },
    async rehearseCorrection(caseId, data, by) {
      const caller = await callerFor(deps, caseId, by)
      const { plan, order } = answered(await planCorrection(deps, caller, { caseId, data }))
      const steps = order === null ? [] : plan.steps.map((shown) => stepOf(shown, order))
      return toView(await rehearse(deps, caller, pairs(steps, plan)))
    },
  }
}

/** The steps as they are carried out, beside the same as they are shown. */
function pairs(steps: readonly PlanStep[], { steps: shown }: PlanView): readonly StepToRehearse[] {
  return steps.flatMap((step, place) => {
    const beside = shown[place]
    return beside === undefined ? [] : [{ step, shown: beside }]
  })
}

/** The one case that a correction opens. */
function stepOf(
  { caseId, person }: PlanView['steps'][number],
  { operation, data, confirmed }: CorrectionOrder,
): PlanStep {
  return { operation, caseId, person, data, confirmed, policy: 'undo', together: false }
}

function toView(rehearsed: Rehearsed): RehearsalView {
  if (rehearsed.type === 'rehearsed') return rehearsed.view
  throw refuseUnread(rehearsed.reason)
}

/** Who asks is who looks: for the purpose that the case was opened for. */
async function callerFor({ db }: EffectDeps, caseId: string, actor: Actor): Promise<Caller> {
  const stored = await findCase(db, caseId)
  if (!stored) throw refuse('caseNotFound')
  return { actor, purpose: stored.purpose, caseId, effectId: null }
}

function answered<T extends { readonly type: 'planned' }>(answer: T | NotRead | undefined): T {
  if (!answer) throw refuse('caseNotFound')
  if (answer.type === 'planned') return answer
  throw refuseUnread(answer.reason)
}
