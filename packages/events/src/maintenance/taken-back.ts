import type { RegisterRow } from '../entities.ts'
import { pointer } from '../expectations.ts'
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
export function takenBack(view: RegisterView, saved: SavedRows): RegisterView {
  const save = { ...saved, changes: datedAsNow(saved) }
  const people = Object.entries(view.people).map(([pnr, person]) => [
    pnr,
    person && personWithout(person, save),
  ])
  return { ...view, people: Object.fromEntries(people) }
}

/** A correction of its day has moved all that the save dated: the row that stands for it says to when. */
export function datedAsNow({ person, row, changes }: SavedRows): readonly ExpectedChange[] {
  const ofRow = changes.filter(({ pnr, entity }) => pnr === person && entity === row.entity)
  const own = ofRow.find(({ change }) => change !== 'end') ?? ofRow[0]
  const isEnding = own?.change === 'end'
  const [was, is] = isEnding ? [own.end, row.end] : [own?.start ?? null, row.start]
  if (was === null || is === null || was === is || row.entity === 'person') return changes
  const now = (day: string | null): string | null => (day === was ? is : day)
  return changes.map((change) =>
    change.change === 'end'
      ? { ...change, end: now(change.end) }
      : { ...change, start: now(change.start), end: now(change.end) },
  )
}

function personWithout(person: PersonView, save: SavedRows): PersonView {
  const own = save.changes.filter(({ pnr }) => pnr === person.pnr)
  const meant = save.person === person.pnr && isMarked(save.row, own) ? save.row : undefined
  const undone = new Set([meant, ...own.map((change) => rowWrittenBy(person, change))])
  const reopened = rowsBefore(person, undone)
  const rows = person.rows.map((row) => {
    const gone = own.find((change) => isGoneBy(person, row, change))
    if (gone) return givenBack(row, gone)
    if (undone.has(row)) return { ...row, end: row.start, mark: 'A' } as const
    if (reopened.has(row)) return { ...row, end: plannedEnd(row, own) }
    const set = own.filter((change) => isOverwritten(person, row, change))
    return set.reduce(writtenBack, row)
  })
  return own.some(({ change }) => change === 'create')
    ? annulled({ ...person, rows })
    : { ...pointingAsBefore(person, own), rows, status: statusBefore(person, own) }
}

/** Where a number points is said of the number, in none of its rows. */
function pointingAsBefore(person: PersonView, own: readonly ExpectedChange[]): PersonView {
  const redirected = own.find(({ columns }) => pointer in columns)
  return redirected ? { ...person, validPnr: redirected.before[pointer] ?? person.pnr } : person
}

/** A number's own row stays; what is written over is put back. */
function isMarked({ entity }: RegisterRow, own: readonly ExpectedChange[]): boolean {
  return entity !== 'person' && !own.some((one) => one.entity === entity && isOver(one))
}

/** Whether a row stood that is written over. */
function isOver({ change, startBefore }: ExpectedChange): boolean {
  return change === 'set' && startBefore !== null
}

/** What is to be written over and is not there begins. */
function isBegun({ change, entity, before, startBefore }: ExpectedChange): boolean {
  const isFirst = startBefore === null && Object.values(before).every((value) => value === null)
  return change === 'append' || (change === 'set' && entity !== 'person' && isFirst)
}

/** The youngest valid row that says what the change was to say; corrected since, the one of that day. */
function rowWrittenBy(person: PersonView, change: ExpectedChange): RegisterRow | undefined {
  if (!isBegun(change)) return undefined
  const valid = person.rows
    .filter(({ entity, mark }) => entity === change.entity && mark === null)
    .toSorted((one, other) => (one.timestamp < other.timestamp ? 1 : -1))
  const isOfThatDay = (row: RegisterRow) =>
    (change.start === null || row.start === change.start) &&
    row.end === change.end &&
    (isOfOneKey(row.entity, row.columns, change.columns) || isSameParent(row, change))
  const holding = valid.filter((row) => rowHolds(row, change.columns))
  // The same may have been said before, on another day.
  const asWritten = holding.find(({ start }) => start === (change.start ?? start))
  return asWritten ?? valid.find(isOfThatDay) ?? holding[0]
}

/** A parent is told apart by who it is, and may have been put right to somebody else. */
function isSameParent({ entity, columns }: RegisterRow, change: ExpectedChange): boolean {
  const { relation } = columns
  const isParent = entity === 'kinship' && ['mother', 'father'].includes(relation ?? '')
  return isParent && relation === change.columns['relation']
}

/** The rows that ended where the undone ones began; of two that ended on that day, the later one. */
function rowsBefore(
  { rows }: PersonView,
  undone: ReadonlySet<RegisterRow | undefined>,
): ReadonlySet<RegisterRow | undefined> {
  const ended = rows.filter((row) => row.mark === null && row.end !== null && !undone.has(row))
  const before = [...undone].map((later) =>
    ended
      .filter((row) => later !== undefined && row.end === later.start && isSameChain(row, later))
      .reduce<RegisterRow | undefined>(laterOf, undefined),
  )
  return new Set(before)
}

function laterOf(one: RegisterRow | undefined, other: RegisterRow): RegisterRow {
  if (one === undefined) return other
  const isLater =
    one.start === other.start ? one.timestamp > other.timestamp : one.start > other.start
  return isLater ? one : other
}

/** Whether two rows are of one chain, in which each begins where the one before it ends. */
export function isSameChain(one: RegisterRow, other: RegisterRow): boolean {
  return one.entity === other.entity && isOfOneKey(one.entity, one.columns, other.columns)
}

/** Whether the save ended or annulled the row by itself: the one as it left it, else as it was put right since. */
function isGoneBy(person: PersonView, row: RegisterRow, change: ExpectedChange): boolean {
  const gone = person.rows.filter((one) => isGone(one, change))
  const asLeft = gone.filter((one) => rowHolds(one, change.columns))
  return (asLeft.length > 0 || change.change === 'annul' ? asLeft : gone).includes(row)
}

function isGone(row: RegisterRow, { change, entity, before, start, end }: ExpectedChange): boolean {
  if (entity !== row.entity || !isOfOneKey(entity, row.columns, before)) return false
  if (change === 'end') return row.mark === null && row.end !== null && row.end === end
  return change === 'annul' && row.mark === 'A' && row.start === start
}

/** What was written as it went, and is not known to have been there, was empty. */
function givenBack(row: RegisterRow, { columns, before, endBefore }: ExpectedChange) {
  const written = Object.keys(columns).filter(
    (column) => (before[column] ?? null) !== columns[column],
  )
  const back = written.map((column) => [column, before[column] ?? null] as const)
  return {
    ...row,
    columns: { ...row.columns, ...Object.fromEntries(back) },
    mark: null,
    end: endBefore ?? null,
  }
}

/** Whether the row is the one that the save wrote over: as the save left it, else the current one of its chain. */
function isOverwritten(person: PersonView, row: RegisterRow, change: ExpectedChange): boolean {
  const { entity, before, columns, start } = change
  if (change.change !== 'set' || row.entity !== entity || row.mark !== null) return false
  if (pointer in columns) return false
  const chain = person.rows.filter(
    (one) =>
      one.mark === null &&
      isSameChain(one, { ...one, entity, columns: { ...one.columns, ...before } }),
  )
  const asLeft = chain.find((one) => one.start === start && rowHolds(one, columns))
  return row === (asLeft ?? chain.find((one) => isCurrent(one, person)) ?? chain[0])
}

/** A number's own row keeps its dates. */
function writtenBack(row: RegisterRow, { before, ...change }: ExpectedChange): RegisterRow {
  const columns = { ...row.columns, ...before }
  if (row.entity === 'person') return { ...row, columns }
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

function statusBefore(person: PersonView, own: readonly ExpectedChange[]): string {
  const set = own.find(({ entity, before }) => entity === 'person' && before['status'])
  return set?.before['status'] ?? person.status
}

/** A number that was given by the save is nobody's from the day that it is taken back. */
function annulled(person: PersonView): PersonView {
  const status = '30'
  const rows = person.rows.map((row) => {
    if (row.entity !== 'person') return row
    const statusDate = person.asOf ?? row.columns['statusDate'] ?? null
    return { ...row, columns: { ...row.columns, status, statusDate } }
  })
  return { ...person, rows, status }
}
