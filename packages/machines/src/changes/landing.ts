import type { Context, FollowOnRow, OpenEffect, StepProgress } from '../snapshot.ts'
import { isFailed } from './asking.ts'
import type { Change } from './asking.ts'
import { startOver } from './reports.ts'
import { releaseHalted } from './stopping.ts'
import { letStand } from './undo-plan.ts'

/** A case put down by hand: whatever it waited for is no longer wanted, and nothing it asks for instead can write. */

/** Nothing has been told to the register: the next conversation is a new one. */
export function landUnsent(context: Context): Change {
  return { ...startOver(context), unsent: 0, reportOn: null, queueConfirmed: false }
}

/** Its own rows stand, and an undo under way is over: whoever held still for it goes on. */
export function landAlive(context: Context): Change {
  const quiet = { ...context, ...dropUnderWay(context), ...letStand(context) }
  const stopped = [...new Set([...quiet.stopped, ...haltedIn(quiet)])]
  return { ...quiet, ...releaseHalted({ ...quiet, stopped }) }
}

/** Half-way through an undo: what was asked of others stays asked. */
export function dropUnderWay(context: Context): Change {
  const kept = Object.entries(context.open).filter(([, effect]) => isKept(context, effect))
  return { open: Object.fromEntries(kept) }
}

/** Others are still told, days still counted, and what a person chose to open is opened or let go by a person. */
function isKept({ followOns }: Context, effect: OpenEffect): boolean {
  if (effect.type === 'tellParent' || effect.type === 'takeBack') return true
  if (effect.type === 'deadline') return !isFailed(effect)
  if (effect.type !== 'openCase') return false
  return followOns[effect.slot]?.as !== 'derived' || !isFailed(effect)
}

function haltedIn({ followOns }: Context): readonly string[] {
  const cases = Object.values(followOns).flatMap((row: FollowOnRow) => row.cases)
  return cases.filter(({ state }) => state === 'halted').map(({ caseId }) => caseId)
}

const underWay: ReadonlySet<StepProgress['state']> = new Set(['running', 'refused'])

/** A case that carries out a step of the undo could still change the register. */
export function hasStepUnderWay({ plan }: Context): boolean {
  return plan.some(({ state }) => underWay.has(state))
}

/** Some of the undo has happened, or may be happening. */
export function hasBegunUndo(context: Context): boolean {
  return hasStepUnderWay(context) || context.plan.some(({ state }) => state === 'done')
}
