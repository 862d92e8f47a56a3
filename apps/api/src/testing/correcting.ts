import type { CaseDataChange } from '@sagsgang/events'

import type { PlanView } from '../plan-view.ts'
import { createPlanner } from '../planning/planner.ts'
import { notAsPlanned } from './as-planned.ts'
import { actorNamed, arrive, tell } from './story.ts'
import type { World } from './world.ts'

interface Corrected {
  readonly plan: PlanView
  /** The case that carried the correction out. */
  readonly correction: string
}

/** A correction as its plan orders it, once it is completed. */
async function correct(world: World, caseId: string, data: CaseDataChange): Promise<Corrected> {
  const planner = createPlanner(world.deps)
  const { plan, order } = await planner.planCorrection(caseId, data, actorNamed('senior'))
  if (!order) throw new Error(JSON.stringify(plan.blockers.map(({ text }) => text.en)))
  const message = { type: 'correct', ...order, reason: 'Forkert i anmeldelsen' } as const
  const { snapshot } = await tell(world, caseId, message)
  const correction = snapshot.context.corrections.at(-1)?.caseId ?? ''
  await arrive(world, correction, 'completed')
  return { plan, correction }
}

/** The case of a correction, once it is completed. */
export async function corrected(
  world: World,
  caseId: string,
  data: CaseDataChange,
): Promise<string> {
  return (await correct(world, caseId, data)).correction
}

/** Rows that the plan of a correction foretold and the register does not show once it is completed. */
export async function correctedNotAsPlanned(
  world: World,
  caseId: string,
  data: CaseDataChange,
): Promise<readonly string[]> {
  return notAsPlanned(world, (await correct(world, caseId, data)).plan)
}
