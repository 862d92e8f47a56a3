import { areRowsShown, emptyView, foretell, getDefinition } from '@sagsgang/events'
import type { ExpectedChange, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import type { WrittenByCase } from './written-on.ts'

export type Kept = Pick<SavedReport, 'person' | 'entity' | 'changes' | 'stamps' | 'corrections'>

/** With the rows that no lookup shows any more, as their reports left them: the receipt's stamp is the key of the first. */
export function withUnshownRows(view: RegisterView, reports: readonly Kept[]): RegisterView {
  return reports.reduce((known, report) => {
    const people = new Set([report.person, ...report.changes.flatMap(({ pnr }) => pnr ?? [])])
    return [...people].reduce((now, pnr) => withRowsOf(now, pnr, report), known)
  }, view)
}

function withRowsOf(view: RegisterView, pnr: string, report: Kept): RegisterView {
  const person = view.people[pnr]
  if (!person) return view
  const own = pnr === report.person ? rowKept(person, report) : undefined
  const rows = [own ?? [], rowsEnded(person, report)].flat()
  return rows.length === 0
    ? view
    : { ...view, people: { ...view.people, [pnr]: { ...person, rows: [...person.rows, ...rows] } } }
}

function rowKept(person: PersonView, report: Kept): RegisterRow | undefined {
  const { entity, changes, stamps, corrections = [] } = report
  const own = changes.filter(({ pnr }) => pnr === person.pnr)
  const written = own.filter((one) => one.entity === entity)
  const change = written.find((one) => one.change !== 'end') ?? written[0]
  const [timestamp] = stamps
  if (!change || timestamp === undefined || areRowsShown(entity, person.status)) return undefined
  if (change.end === null && own.some((one) => isPassed(person, one))) return undefined
  const left = rowLeftBy(change, timestamp)
  const row = corrections.reduce((now, correction) => putRight(person, now, correction), left)
  return own.some((one) => isTakenBack(person, one)) ? { ...row, end: row.start, mark: 'A' } : row
}

/** What no lookup shows was corrected all the same: each correction says what it made of the row. */
function putRight(
  { pnr, ...person }: PersonView,
  row: RegisterRow,
  { event, data }: WrittenByCase,
): RegisterRow {
  const alone = { ...emptyView, people: { [pnr]: { ...person, pnr, rows: [row] } } }
  const correction = { ...data, personnummer: pnr, timestamp: row.timestamp }
  const [right = row] = foretell(getDefinition(event), correction, alone).people[pnr]?.rows ?? []
  return right
}

/** Rows of other kinds that the report ended: who dies is not shown as lost or abroad any longer. */
function rowsEnded(person: PersonView, { entity, changes }: Kept): readonly RegisterRow[] {
  const own = changes.filter(({ pnr }) => pnr === person.pnr)
  if (own.some((one) => isTakenBack(person, one))) return []
  return own
    .filter((one) => one.change === 'end' && one.entity !== entity)
    .filter((one) => !areRowsShown(one.entity, person.status))
    .map((one) => rowLeftBy(one, ''))
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

/** Another event has set another status since, and may have ended a row that was open: nobody can say how it stands. */
function isPassed(person: PersonView, change: ExpectedChange): boolean {
  const { entity, columns, before } = change
  const isSet = entity === 'person' && columns['status'] != null && before['status'] != null
  return isSet && columns['status'] !== person.status && !isTakenBack(person, change)
}

/** The status that came with the row is gone again, and with it the row; another event may have set the same one since. */
function isTakenBack(person: PersonView, { entity, columns, before }: ExpectedChange): boolean {
  const { status = null, statusDate = null } = before
  if (entity !== 'person' || status === null || columns['status'] === status) return false
  const own = person.rows.find((row) => row.entity === 'person' && row.mark === null)
  const since = own?.columns['statusDate'] ?? null
  return status === person.status && (statusDate === null || since === statusDate)
}
