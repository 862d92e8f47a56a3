import type { SubmissionState } from '../database/submission-tables.ts'
import type { LoggedSubmission } from './submission-log.ts'

// What is settled stays settled: clocks may step back, and files of several processes are read in any order.
const ranks = {
  sending: 0,
  inDoubt: 1,
  waiting: 2,
  unsent: 3,
  warned: 3,
  refused: 3,
  notApplied: 3,
  confirmed: 3,
} as const satisfies Record<SubmissionState, number>

/** Where each intent stands, in the order in which they began. */
export function latestEntries(entries: readonly LoggedSubmission[]): readonly LoggedSubmission[] {
  const latest = new Map<string, LoggedSubmission>()
  for (const entry of entries) {
    const known = latest.get(entry.id)
    if (!known || isLater(entry, known)) latest.set(entry.id, entry)
  }
  return [...latest.values()]
}

function isLater(one: LoggedSubmission, other: LoggedSubmission): boolean {
  const rank = ranks[one.state] - ranks[other.state]
  return rank > 0 || (rank === 0 && one.at >= other.at)
}

/** Whether the register may have it: all others are known not to have happened. */
export function mayStand({ state }: Pick<LoggedSubmission, 'state'>): boolean {
  return state === 'sending' || state === 'inDoubt' || state === 'waiting' || state === 'confirmed'
}
