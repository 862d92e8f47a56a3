import type { RegisterRow } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import { isCurrent, isOfOneKey } from '../person-facts.ts'
import type { PersonView, RegisterView } from '../register-view.ts'
import { rowHolds } from '../wire/wire-tables.ts'

/** One save that is to be taken back: the row that stands for it, and what it was to change. */
export interface SavedRows {
  readonly person: string
  readonly row: RegisterRow
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

function personWithout(person: PersonView, save: SavedRows): PersonView {
  const own = save.changes.filter(({ pnr }) => pnr === person.pnr)
  const written = own.map((change) => rowWrittenBy(person, change))
  const meant = save.person === person.pnr ? save.row : undefined
  const undone = new Set([meant, ...written].filter((row) => row && hasHistory(row, own)))
  const rows = person.rows.map((row) => {
    const gone = own.find((change) => isGoneBy(row, change))
    if (gone) return givenBack(row, gone)
    const moved = own.find((change) => isMovedBy(row, change))
    if (moved) return movedBack(row, moved)
    if (undone.has(row)) return { ...row, end: row.start, mark: 'A' } as const
    if (isReopened(row, undone)) return { ...row, end: plannedEnd(row, own) }
    return isCurrent(row, person) ? withSetBack(row, own) : row
  })
  return { ...person, rows, status: statusBefore(person, own) }
}

/** A number's own row stays; what is written over is put back. */
function hasHistory({ entity }: RegisterRow, own: readonly ExpectedChange[]): boolean {
  const isWrittenOver = own.some(
    (one) => one.entity === entity && one.change === 'set' && !isMove(one),
  )
  return entity !== 'person' && !isWrittenOver
}

/** The youngest valid row that says what the change was to say; corrected since, the one of that day. */
function rowWrittenBy(person: PersonView, change: ExpectedChange): RegisterRow | undefined {
  if (change.change !== 'append') return undefined
  const valid = person.rows
    .filter(({ entity, mark }) => entity === change.entity && mark === null)
    .toSorted((one, other) => (one.timestamp < other.timestamp ? 1 : -1))
  const ofThatDay = (row: RegisterRow) => row.start === change.start && row.end === change.end
  return valid.find((row) => rowHolds(row, change.columns)) ?? valid.find(ofThatDay)
}

/** The row that ended where the undone one began. */
function isReopened(row: RegisterRow, undone: ReadonlySet<RegisterRow | undefined>): boolean {
  if (row.mark !== null || row.end === null) return false
  return [...undone].some(
    (later) => later !== undefined && row.end === later.start && isSameChain(row, later),
  )
}

/** Whether two rows are of one chain, in which each begins where the one before it ends. */
export function isSameChain(one: RegisterRow, other: RegisterRow): boolean {
  return one.entity === other.entity && isOfOneKey(one.entity, one.columns, other.columns)
}

/** Whether the save ended or annulled the row by itself. */
function isGoneBy(row: RegisterRow, { change, entity, columns, start, end }: ExpectedChange) {
  if (entity !== row.entity || !rowHolds(row, columns)) return false
  if (change === 'end') return row.mark === null && row.end !== null && row.end === end
  return change === 'annul' && row.mark === 'A' && row.start === start
}

function givenBack(row: RegisterRow, change: ExpectedChange): RegisterRow {
  const columns = { ...row.columns, ...change.before }
  return { ...row, columns, mark: null, end: change.endBefore ?? null }
}

function isMove({ change, start, startBefore }: ExpectedChange): boolean {
  return change === 'set' && start !== null && startBefore !== null && start !== startBefore
}

/** Whether the save let the row begin on another day. */
function isMovedBy(row: RegisterRow, change: ExpectedChange): boolean {
  const { entity, start, columns } = change
  const isOfRow = entity === row.entity && row.mark === null && row.start === start
  return isOfRow && isMove(change) && rowHolds(row, columns)
}

function movedBack(row: RegisterRow, change: ExpectedChange): RegisterRow {
  const columns = { ...row.columns, ...change.before }
  const { startBefore, endBefore } = change
  return { ...row, columns, start: startBefore ?? row.start, end: endBefore ?? null }
}

/** The end that a row was to have before another took its place. */
function plannedEnd(row: RegisterRow, own: readonly ExpectedChange[]): string | null {
  const replaced = own.find(
    ({ entity, before, startBefore }) =>
      entity === row.entity && startBefore === row.start && rowHolds(row, before),
  )
  return replaced?.endBefore ?? null
}

function withSetBack(row: RegisterRow, own: readonly ExpectedChange[]): RegisterRow {
  const sets = own.filter(
    ({ change, entity, before }) =>
      change === 'set' &&
      entity === row.entity &&
      isSameChain(row, { ...row, columns: { ...row.columns, ...before } }),
  )
  return { ...row, columns: Object.assign({}, row.columns, ...sets.map(({ before }) => before)) }
}

/** A number that was given by the save is annulled with it. */
function statusBefore(person: PersonView, own: readonly ExpectedChange[]): string {
  if (own.some(({ change }) => change === 'create')) return '30'
  const set = own.find(({ entity, before }) => entity === 'person' && before['status'])
  return set?.before['status'] ?? person.status
}
