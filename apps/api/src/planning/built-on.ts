import { isSameChain, rowHolds } from '@sagsgang/events'
import type { ExpectedChange, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import type { PersonRow } from './turn.ts'

type Kept = Pick<SavedReport, 'changes' | 'stamps'>

/**
 * Rows in which something later rests on what a report wrote, on anybody: the register takes a save back only while each row
 * that it touched is as the save left it. A row that was put right since is as good as it was.
 */
export function builtOn(report: Kept, { people }: RegisterView): readonly PersonRow[] {
  const isPutRight = report.stamps.length > 1
  return report.changes.flatMap((change) => {
    const person = change.pnr === null ? null : people[change.pnr]
    if (!person || isPutRight || change.entity === 'addressingName') return []
    return [...laterThan(person, change)].map((row) => ({ person: person.pnr, row }))
  })
}

function laterThan(person: PersonView, change: ExpectedChange): readonly RegisterRow[] {
  const valid = person.rows.filter(({ entity, mark }) => entity === change.entity && mark === null)
  if (change.change === 'append') return laterThanNew(valid, change)
  return change.change === 'end' ? laterThanEnded(valid, change) : []
}

function laterThanEnded(
  valid: readonly RegisterRow[],
  { start, end, before }: ExpectedChange,
): readonly RegisterRow[] {
  const ended = valid.filter((row) => row.start === start && rowHolds(row, before))
  const [youngest] = ended
  if (!youngest || ended.some((row) => row.end === end)) return []
  return [youngerThan(valid, youngest) ?? youngest]
}

/** The row that it wrote has ended since, or the one before it no longer ends where it begins. */
function laterThanNew(
  valid: readonly RegisterRow[],
  { start, startBefore, endBefore, end, before, columns }: ExpectedChange,
): readonly RegisterRow[] {
  // What was written on the day of the row before, and says the same, has left that one without length.
  const alike = valid.filter((row) => row.start === start && rowHolds(row, columns))
  const written = alike.find((row) => row.end === end) ?? alike[0]
  if (!written) return []
  if (written.end !== end) return [youngerThan(valid, written) ?? written]
  const former = valid.filter(
    (row) => row !== written && row.start === startBefore && rowHolds(row, before),
  )
  const ends = [start, startBefore, endBefore]
  const isAsLeft = former.some((row) => ends.includes(row.end ?? undefined))
  return isAsLeft ? [] : former.slice(0, 1).map((row) => reportedBetween(valid, row) ?? row)
}

/** A late report has cut the row before. */
function reportedBetween(
  valid: readonly RegisterRow[],
  former: RegisterRow,
): RegisterRow | undefined {
  return valid.find((row) => row.start === former.end && isSameChain(row, former))
}

function youngerThan(valid: readonly RegisterRow[], row: RegisterRow): RegisterRow | undefined {
  return valid.find((one) => one.timestamp > row.timestamp && isSameChain(one, row))
}
