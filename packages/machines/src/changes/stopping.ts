import type { Context, FollowOnCase, StepProgress } from '../snapshot.ts'
import { ask, askAll, drop } from './asking.ts'
import type { Change } from './asking.ts'

/** Cases that have to end or hold still before an undo can be planned, as far as they have not been asked. */
function casesToStop(context: Context): readonly string[] {
  const followOns = Object.values(context.followOns).flatMap(({ cases }) => cases)
  const standing = followOns.filter(({ state }) => state === 'open' || state === 'settled')
  const corrections = context.corrections.filter(
    ({ state }) => state === 'open' || state === 'settled',
  )
  return [
    ...[...standing, ...corrections].map(({ caseId }) => caseId),
    ...stepsIn(context, ['running', 'refused', 'done']),
  ]
}

function stepsIn({ plan }: Context, states: readonly StepProgress['state'][]): readonly string[] {
  return plan
    .filter(({ state }) => states.includes(state))
    .flatMap(({ carriedOutBy }) => carriedOutBy ?? [])
}

/** No case that could still change the register is under way or about to be opened. */
export function isAllStill(context: Context): boolean {
  const isOpening = Object.values(context.open).some(({ type }) => openings.has(type))
  return !isOpening && context.awaited.length === 0
}

const openings: ReadonlySet<string> = new Set(['openCase', 'openCorrection'])

/** Asks everybody; a release that is not out yet is no longer wanted. */
export function askToHalt(context: Context): Change {
  const unreleased = { ...context, ...drop(context, { slot: 'release' }) }
  return { open: unreleased.open, ...haltAll(unreleased, casesToStop(context)) }
}

/** The undo stops where it is: what it has under way ends first, one way or the other. */
export function askStepsToHalt(context: Context): Change {
  return haltAll(context, stepsIn(context, ['running', 'refused']))
}

/** Whoever has not been asked yet, and whoever has not answered: what was asked of them may have been dropped unsaid. */
function haltAll(context: Context, all: readonly string[]): Change {
  const added = all.filter((caseId) => !context.stopped.includes(caseId))
  const cases = [...context.awaited, ...added]
  if (cases.length === 0) return {}
  return {
    ...ask(context, { effect: 'halt', slot: 'halt', payload: { cases } }),
    stopped: [...context.stopped, ...added],
    awaited: cases,
  }
}

/** A case that was asked holds still, or is over. */
export function noteStopped(context: Context, { caseId }: { readonly caseId: string }): Change {
  const rows = Object.entries(context.followOns)
  const halt = (one: FollowOnCase): FollowOnCase =>
    one.caseId === caseId && one.state === 'open' ? { ...one, state: 'halted' } : one
  const marked = rows.map(([key, row]) => [key, { ...row, cases: row.cases.map(halt) }] as const)
  return { ...notAwaited(context, caseId), followOns: Object.fromEntries(marked) }
}

export function isAwaited(context: Context, { caseId }: { readonly caseId: string }): boolean {
  return context.awaited.includes(caseId)
}

/** Only what is over is still: what has settled may open another case before it hears that it is to stop. */
export function stopWaiting(
  context: Context,
  { caseId, to }: { readonly caseId: string; readonly to: string },
): Change {
  return to === 'withdrawn' || to === 'undone' ? notAwaited(context, caseId) : {}
}

function notAwaited({ awaited }: Context, caseId: string): Change {
  return { awaited: awaited.filter((one) => one !== caseId) }
}

/** The undo is called off: those who held still for it go on. */
export function releaseHalted(context: Context): Change {
  return release(context, context.stopped)
}

/** Undone: what no step took back was meant to stay, and goes on. */
export function releaseKept(context: Context): Change {
  const gone = [...takenBack(context, context.plan), ...standingCorrections(context)]
  return release(
    context,
    context.stopped.filter((caseId) => !gone.includes(caseId)),
  )
}

/** Nothing is left of a correction whose row is taken back. */
export function takeBackCorrections(context: Context): Change {
  const asks = standingCorrections(context).map(
    (caseId) => ({ effect: 'takeBack', slot: 'takeBack', payload: { caseId } }) as const,
  )
  return askAll(context, asks)
}

function standingCorrections({ corrections }: Context): readonly string[] {
  return corrections.filter(({ state }) => state === 'settled').map(({ caseId }) => caseId)
}

function release(context: Context, cases: readonly string[]): Change {
  if (cases.length === 0) return { stopped: [], awaited: [] }
  const rows = Object.entries(context.followOns)
  const released = rows.map(
    ([key, row]) => [key, { ...row, cases: row.cases.map(reopened) }] as const,
  )
  return {
    ...ask(context, { effect: 'release', slot: 'release', payload: { cases } }),
    followOns: Object.fromEntries(released),
    stopped: [],
    awaited: [],
  }
}

function reopened(one: FollowOnCase): FollowOnCase {
  return one.state === 'halted' ? { ...one, state: 'open' } : one
}

/** Other cases of which nothing is left to take back. */
export function takenBack(context: Context, plan: readonly StepProgress[]): readonly string[] {
  const cases = [...new Set(plan.map(({ caseId }) => caseId))]
  const isDone = (caseId: string) =>
    plan.every((step) => step.caseId !== caseId || step.state === 'done')
  return cases.filter((caseId) => caseId !== context.caseId && isDone(caseId))
}
