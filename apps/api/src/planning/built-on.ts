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
  if (change.change !== 'end') return []
  const ended = valid.find((row) => row.start === change.start && rowHolds(row, change.before))
  const [first = ended] = ended
    ? valid.filter((row) => row.timestamp > ended.timestamp && isSameChain(row, ended))
    : []
  return ended && first && ended.end !== change.end ? [first] : []
}

/** The row that it wrote has ended since, or the one before it no longer ends where it begins. */
function laterThanNew(
  valid: readonly RegisterRow[],
  { start, startBefore, endBefore, end, before, columns }: ExpectedChange,
): readonly RegisterRow[] {
  const written = valid.find((row) => row.start === start && rowHolds(row, columns))
  if (!written) return []
  const later = valid.filter(
    (row) => row.timestamp > written.timestamp && isSameChain(row, written),
  )
  if (written.end !== end) return [later[0] ?? written]
  const former = valid.find(
    (row) => row !== written && row.start === startBefore && rowHolds(row, before),
  )
  const ends = [start, startBefore, endBefore]
  return former && !ends.includes(former.end ?? undefined) ? [former] : []
}
