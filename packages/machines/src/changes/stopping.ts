import type { Context, FollowOnCase, StepProgress } from '../snapshot.ts'
import { ask, drop } from './asking.ts'
import type { Change } from './asking.ts'

/** Cases that have to end or hold still before an undo can be planned, as far as they have not been asked. */
function casesToStop(context: Context): readonly string[] {
  const followOns = Object.values(context.followOns).flatMap(({ cases }) => cases)
  const standing = followOns.filter(({ state }) => state === 'open' || state === 'settled')
  const corrections = context.corrections.filter(({ state }) => state === 'open')
  const steps = context.plan.filter(({ state }) => state === 'running' || state === 'refused')
  const all = [
    ...[...standing, ...corrections].map(({ caseId }) => caseId),
    ...steps.flatMap(({ carriedOutBy }) => carriedOutBy ?? []),
  ]
  return all.filter((caseId) => !context.stopped.includes(caseId))
}

/** No case that could still change the register is under way or about to be opened. */
export function isAllStill(context: Context): boolean {
  const isOpening = Object.values(context.open).some(({ type }) => openings.has(type))
  return !isOpening && context.awaited.length === 0
}

const openings: ReadonlySet<string> = new Set(['openCase', 'openCorrection'])

/** Asks those who have not been asked yet; a release that is not out yet is no longer wanted. */
export function askToHalt(context: Context): Change {
  const cases = casesToStop(context)
  const unreleased = { ...context, ...drop(context, { slot: 'release' }) }
  if (cases.length === 0) return { open: unreleased.open }
  return {
    ...ask(unreleased, { effect: 'halt', slot: 'halt', payload: { cases } }),
    stopped: [...context.stopped, ...cases],
    awaited: [...context.awaited, ...cases],
  }
}

/** A case that was asked holds still, or is over. */
export function noteStopped(context: Context, { caseId }: { readonly caseId: string }): Change {
  const rows = Object.entries(context.followOns)
  const halt = (one: FollowOnCase): FollowOnCase =>
    one.caseId === caseId && one.state === 'open' ? { ...one, state: 'halted' } : one
  const marked = rows.map(([key, row]) => [key, { ...row, cases: row.cases.map(halt) }] as const)
  return { ...stopWaiting(context, caseId), followOns: Object.fromEntries(marked) }
}

export function isAwaited(context: Context, { caseId }: { readonly caseId: string }): boolean {
  return context.awaited.includes(caseId)
}

export function stopWaiting({ awaited }: Context, caseId: string): Change {
  return { awaited: awaited.filter((one) => one !== caseId) }
}

/** The undo is called off: those who held still for it go on. */
export function releaseHalted(context: Context): Change {
  return release(context, context.stopped)
}

/** Undone: what no step took back was meant to stay, and goes on. */
export function releaseKept(context: Context): Change {
  const gone = takenBack(context, context.plan)
  return release(
    context,
    context.stopped.filter((caseId) => !gone.includes(caseId)),
  )
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
