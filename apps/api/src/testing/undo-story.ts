import type { CaseData } from '@sagsgang/events'
import { expect } from 'vitest'

import type { PlanView } from '../plan-view.ts'
import { createPlanner } from '../planning/planner.ts'
import { expectForeseen, registerOf } from './foreseen.ts'
import { actorNamed, arrive, openCase, submitTo, tell } from './story.ts'
import type { World } from './world.ts'

export function planOf({ deps }: World, caseId: string, as = 'senior'): Promise<PlanView> {
  return createPlanner(deps).planUndo(caseId, actorNamed(as))
}

/** Undoes a case, and holds the plan that was made right before to its word. */
export async function undoAsForeseen(
  world: World,
  caseId: string,
  { people, as = 'senior' }: { readonly people: readonly string[]; readonly as?: string },
): Promise<PlanView> {
  const plan = await planOf(world, caseId, as)
  expect(plan.blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  const before = await registerOf(world, people)
  const seen = plan.fingerprint
  await tell(world, caseId, { type: 'undo', reason: 'Det var en fejl', seen }, as)
  await arrive(world, caseId, 'undone')
  expectForeseen(plan, before, await registerOf(world, people))
  return plan
}

/** The case that carried out the last step of an undo. */
export async function lastStepOf(world: World, caseId: string): Promise<string> {
  const { snapshot } = await arrive(world, caseId, 'undone')
  return snapshot.context.plan.at(-1)?.carriedOutBy ?? ''
}

export async function completed(
  world: World,
  event: string,
  data: CaseData,
  as = 'senior',
): Promise<string> {
  const caseId = await openCase(world, event, data, as)
  await submitTo(world, caseId, 'completed', 'followOns')
  return caseId
}

/** The key of the row that stands for what a case reported. */
export async function readTimestamp(world: World, caseId: string): Promise<string> {
  const { snapshot } = await arrive(world, caseId, 'completed')
  return snapshot.context.accepted.outputs[0]?.['TIMSTP'] ?? ''
}
