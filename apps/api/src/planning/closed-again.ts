import { pointer } from '@sagsgang/events'
import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'

/** Rows that came back to life with a closed number are closed with it again, as they were before. */
export function closedAgain(
  view: RegisterView,
  { changes, node }: Pick<SavedReport, 'changes' | 'node'>,
): RegisterView {
  const reopened = changes
    .filter(({ columns }) => pointer in columns)
    .flatMap(({ pnr }) => pnr ?? [])
  return reopened.reduce((now, pnr) => {
    const person = now.people[pnr]
    const before = node.view.people[pnr]?.rows ?? []
    if (!person) return now
    const rows = person.rows.map((row) => asClosed(row, before))
    return { ...now, people: { ...now.people, [pnr]: { ...person, rows } } }
  }, view)
}

/** A row that a later event wrote, or that the number's end had left alone, stays. */
function asClosed(row: RegisterRow, before: readonly RegisterRow[]): RegisterRow {
  const was = before.find(
    ({ entity, timestamp }) => entity === row.entity && timestamp === row.timestamp,
  )
  const isOpen = row.mark === null && row.end === null
  const wasClosed = was !== undefined && (was.mark !== null || was.end !== null)
  return isOpen && wasClosed ? { ...row, mark: was.mark, end: was.end } : row
}
