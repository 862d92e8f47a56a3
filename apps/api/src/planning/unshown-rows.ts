import { areRowsShown } from '@sagsgang/events'
import type { ExpectedChange, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'

type Kept = Pick<SavedReport, 'person' | 'entity' | 'changes' | 'stamps'>

/** With the rows that no lookup shows any more, as their reports left them: the receipt's stamp is their key. */
export function withUnshownRows(view: RegisterView, reports: readonly Kept[]): RegisterView {
  return reports.reduce((known, report) => {
    const person = known.people[report.person]
    const row = person && rowKept(person, report)
    if (!row) return known
    const people = { ...known.people, [person.pnr]: { ...person, rows: [...person.rows, row] } }
    return { ...known, people }
  }, view)
}

function rowKept(person: PersonView, { entity, changes, stamps }: Kept): RegisterRow | undefined {
  const own = changes.filter(({ pnr }) => pnr === person.pnr)
  const written = own.filter((one) => one.entity === entity)
  const change = written.find((one) => one.change !== 'end') ?? written[0]
  const [timestamp] = stamps
  if (!change || timestamp === undefined || areRowsShown(entity, person.status)) return undefined
  const row = rowLeftBy(change, timestamp)
  return own.some((one) => isTakenBack(person, one)) ? { ...row, end: row.start, mark: 'A' } : row
}

/** What a row that ended said before it still says. */
function rowLeftBy(change: ExpectedChange, timestamp: string): RegisterRow {
  const { entity, before, columns, start, startBefore, end } = change
  return {
    entity,
    columns: change.change === 'end' ? { ...before, ...columns } : columns,
    start: start ?? startBefore ?? '',
    startUncertain: false,
    end,
    mark: null,
    timestamp,
  }
}

/** The status that came with the row is gone again, and with it the row. */
function isTakenBack(person: PersonView, { entity, columns, before }: ExpectedChange): boolean {
  const { status = null } = before
  return (
    entity === 'person' &&
    status !== null &&
    status === person.status &&
    columns['status'] !== status
  )
}
