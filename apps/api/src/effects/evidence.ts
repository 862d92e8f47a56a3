import type { DoubtReason } from '../outcome-reasons.ts'
import type { LogEntry } from './read-log.ts'

/** What speaks for and against a save that got no answer. */
export interface Evidence {
  /** Matching entries that were not there before the save. */
  readonly entries: readonly LogEntry[]
  /** The rows are as the report was to leave them. */
  readonly isWritten: boolean
  /** The rows are as they were before it. */
  readonly isUntouched: boolean
}

export type Judgement =
  | { readonly type: 'applied'; readonly entry: LogEntry }
  | { readonly type: 'absent' }
  | { readonly type: 'undecided'; readonly reason: DoubtReason }

/** A positive proof settles at once; what is missing counts only once the settle time is `over`. */
export function judge({ entries, isWritten, isUntouched }: Evidence, over: boolean): Judgement {
  const [entry, second] = entries
  if (second) return { type: 'undecided', reason: 'duplicateSuspected' }
  if (entry && isWritten) return { type: 'applied', entry }
  if (entry) return { type: 'undecided', reason: 'appliedThenChanged' }
  if (!over || isUntouched) return { type: 'absent' }
  return { type: 'undecided', reason: isWritten ? 'sameChangeByOthers' : 'changedByOthers' }
}

export interface Sought {
  readonly before: readonly LogEntry[]
  /** Only what is younger than this stamp. */
  readonly after: string
  /** Empty: the operation has no public code, and any will do. */
  readonly codes: readonly string[]
  readonly derivedMarks: readonly string[]
  /** Whom the register may name as the reporting authority. */
  readonly authorities: readonly string[]
}

/** Entries that the save may have made: one for each save, however many marks it left. */
export function newEntries(now: readonly LogEntry[], sought: Sought): readonly LogEntry[] {
  const known = new Set(sought.before.map(keyOf))
  const matching = now.filter(
    (entry) =>
      !known.has(keyOf(entry)) &&
      entry.timestamp > sought.after &&
      (sought.codes.length === 0 || sought.codes.includes(entry.code)) &&
      sought.derivedMarks.includes(entry.derivedMark) &&
      sought.authorities.includes(entry.authority),
  )
  return [...new Map(matching.map((entry) => [entry.timestamp, entry])).values()]
}

function keyOf({ timestamp, code, derivedMark, authority }: LogEntry): string {
  return [timestamp, code, derivedMark, authority].join('/')
}
