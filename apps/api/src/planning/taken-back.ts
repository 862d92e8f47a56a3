import { rowKeys } from '@sagsgang/events'
import type { ExpectedChange, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

/** One save that is to be taken back: the stamp of its rows, and what it was to change. */
export interface SavedRows {
  readonly timestamp: string
  readonly changes: readonly ExpectedChange[]
}

/** The register as it will be once the save is taken back: its rows marked, those before them current again. */
export function takenBack(view: RegisterView, save: SavedRows): RegisterView {
  const people = Object.entries(view.people).map(([pnr, person]) => [
    pnr,
    person && personWithout(person, save),
  ])
  return { ...view, people: Object.fromEntries(people) }
}

function personWithout(person: PersonView, { timestamp, changes }: SavedRows): PersonView {
  const own = changes.filter(({ pnr }) => pnr === person.pnr)
  const undone = person.rows.filter((row) => isOf(row, timestamp))
  const rows = person.rows.map((row) => {
    if (isOf(row, timestamp)) return { ...row, end: row.start, mark: 'A' } as const
    if (isReopened(row, undone) || wasEnded(row, own)) return { ...row, end: null }
    return withSetBack(row, own)
  })
  return { ...person, rows, status: statusBefore(person, own) }
}

function isOf({ timestamp, mark }: RegisterRow, stamp: string): boolean {
  return timestamp === stamp && mark === null
}

/** The row that ended where the undone one began. */
function isReopened(row: RegisterRow, undone: readonly RegisterRow[]): boolean {
  return (
    row.mark === null && undone.some((later) => row.end === later.start && isSameChain(row, later))
  )
}

export function isSameChain(one: RegisterRow, other: RegisterRow): boolean {
  const keys = rowKeys[one.entity] ?? []
  return one.entity === other.entity && keys.every((key) => one.columns[key] === other.columns[key])
}

function wasEnded(row: RegisterRow, own: readonly ExpectedChange[]): boolean {
  if (row.mark !== null || row.end === null) return false
  return own.some(
    ({ change, entity, columns, end }) =>
      change === 'end' && entity === row.entity && end === row.end && holds(row, columns),
  )
}

function withSetBack(row: RegisterRow, own: readonly ExpectedChange[]): RegisterRow {
  const set = own.find(
    ({ change, entity, before }) =>
      change === 'set' && entity === row.entity && Object.keys(before).length > 0,
  )
  if (!set || row.mark !== null || row.end !== null) return row
  return { ...row, columns: { ...row.columns, ...set.before } }
}

/** A number that was given by the save is annulled with it. */
function statusBefore(person: PersonView, own: readonly ExpectedChange[]): string {
  if (own.some(({ change }) => change === 'create')) return '30'
  const set = own.find(({ entity, before }) => entity === 'person' && before['status'])
  return set?.before['status'] ?? person.status
}

function holds(row: RegisterRow, columns: ExpectedChange['columns']): boolean {
  return Object.entries(columns).every(([name, value]) => (row.columns[name] ?? null) === value)
}
