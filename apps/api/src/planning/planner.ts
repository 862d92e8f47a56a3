import type { CaseData, CaseDataChange } from '@sagsgang/events'

import type { PlanView } from '../case-view.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { findCase } from '../engine/case-row.ts'
import type { Actor } from '../engine/ports.ts'
import { refuse, refuseUnread } from '../errors.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { planCorrection } from './plan-correction.ts'
import { planUndo } from './plan-undo.ts'

/** What a person is shown before they undo or correct. */
export interface Planner {
  planUndo(caseId: string, by: Actor): Promise<PlanView>
  planCorrection(
    caseId: string,
    data: CaseDataChange,
    by: Actor,
  ): Promise<{
    readonly plan: PlanView
    readonly order: { readonly operation: string; readonly data: CaseData } | null
  }>
}

export function createPlanner(deps: EffectDeps): Planner {
  return {
    async planUndo(caseId, by) {
      const caller = await callerFor(deps, caseId, by)
      return answered(await planUndo(deps, caller, caseId)).plan
    },
    async planCorrection(caseId, data, by) {
      const caller = await callerFor(deps, caseId, by)
      const { plan, order } = answered(await planCorrection(deps, caller, { caseId, data }))
      return { plan, order }
    },
  }
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
