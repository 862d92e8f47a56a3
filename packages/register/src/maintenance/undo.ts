import type { Entity } from '@sagsgang/events'

import type { Draft } from '../draft.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { isCurrent, isValid } from '../rows.ts'
import type { Columns, People, StoredRow } from '../rows.ts'
import type { RowBefore, Save } from '../saves.ts'
import type { Store } from '../store.ts'
import { rowAfter, rowBefore, twinOf } from './chain.ts'
import type { DataType } from './data-types.ts'
import { addressingNameFollows, statusFollowsHome } from './follow-up.ts'
import { namesNow, takeNumberBack, validNow } from './renumber.ts'
import type { RowMeant } from './row-meant.ts'
import { isLateReport, saveBehind } from './save-behind.ts'

/** Taking back: a row that stands for an event takes back all that its save wrote; any other row goes alone. */

// The survivor's row stems from a death: that is undone where it was reported.
const isDerivedFromDeath = (save: Save, { row }: RowMeant): boolean =>
  row.derivedMark !== null && save.service === 'DOD-I'

const rowOf = (store: Store, pnr: string, id: number): StoredRow | undefined =>
  store.find(pnr)?.rows.find((row) => row.id === id)

/** Rows go along with whoever changes number, while the save that wrote them names the number they had. */
const ownerOf = (store: Store, pnr: string, id: number): string =>
  rowOf(store, pnr, id) === undefined ? validNow(store, pnr) : pnr

/** Somebody whom a correction took out of it: their row is marked, and what came later is theirs alone. */
const isFreed = (store: Store, save: Save, pnr: string): boolean =>
  touchedNow(store, save).some((one) => one.pnr === pnr && rowOf(store, pnr, one.row)?.mark === 'K')

const touchedNow = (store: Store, save: Save): Save['touched'] =>
  save.touched.map(({ pnr, row }) => ({ pnr: ownerOf(store, pnr, row), row }))

const stillTouched = (store: Store, save: Save): Save['touched'] =>
  touchedNow(store, save).filter(({ pnr }) => !isFreed(store, save, pnr))

/** Nothing else ever rests on the occupation, nor does it rest on anything. */
const isOccupation = ({ standsFor, created, pointed }: Save): boolean =>
  standsFor === 'person' && created.length === 0 && pointed === undefined

/** A later save has built on what this one wrote. */
function isBuiltOn(store: Store, save: Save): boolean {
  if (isOccupation(save)) return false
  if (save.renumbered !== undefined) return hasLaterRows(store, save, save.renumbered.to)
  if (save.pointed?.some(({ pnr }) => hasLaterRows(store, save, pnr))) return true
  const touchedLater = stillTouched(store, save).some(({ pnr, row }) => {
    const now = rowOf(store, pnr, row)
    return now !== undefined && now.entity !== 'addressingName' && now.touched !== save.id
  })
  return (
    touchedLater || save.created.some((pnr) => hasLifeOfItsOwn(store, save, validNow(store, pnr)))
  )
}

/** A number that was made valid again has been used since. */
const hasLaterRows = (store: Store, save: Save, pnr: string): boolean =>
  (store.find(pnr)?.rows ?? []).some((row) => isValid(row) && row.save > save.id)

/** Kinds of rows that keep a number from being annulled while they stand. */
const weighty: readonly Entity[] = [
  'name',
  'address',
  'civilStatus',
  'citizenship',
  'church',
  'kinship',
  'parentalAuthority',
  'migration',
  'disappearance',
  'separation',
]

const hasLifeOfItsOwn = (store: Store, save: Save, pnr: string): boolean =>
  (store.find(pnr)?.rows ?? []).some(
    (row) => isValid(row) && weighty.includes(row.entity) && row.save !== save.id,
  )

/** One of these is always there, so the last of them cannot be taken away. */
const neverNone: readonly Entity[] = ['civilStatus', 'citizenship', 'church', 'address', 'person']

const leavesNone = ({ person, row }: RowMeant): boolean =>
  isCurrent(row) && neverNone.includes(row.entity) && rowBefore(person, row) === undefined

export function undoFaults(store: Store, type: DataType, meant: RowMeant): readonly Objection[] {
  const save = saveBehind(store, type, meant)
  if (save === undefined) return leavesNone(meant) ? [objection('noFormer', 'TIMSTP')] : []
  if (isDerivedFromDeath(save, meant)) return [objection('derivedRow', 'TIMSTP')]
  return isBuiltOn(store, save) ? [objection('newerRow', 'TIMSTP')] : []
}

/** What had to give way to a row that was reported late gets its time back, unless something later rests on it. */
function lateReport(store: Store, { row }: RowMeant): Save | undefined {
  const save = store.findSave(row.save)
  const isLate = save !== undefined && isLateReport(save) && save.undone === undefined
  return isLate && !isBuiltOn(store, save) ? save : undefined
}

/** Carries an undo out; the answer is the save that is wholly taken back, if one is. */
export function undo(
  store: Store,
  draft: Draft,
  { type, meant }: { readonly type: DataType; readonly meant: RowMeant },
): Save | undefined {
  const save = saveBehind(store, type, meant) ?? lateReport(store, meant)
  if (save === undefined) undoRows(draft, meant)
  else if (save.renumbered !== undefined) takeNumberBack(store, draft, save)
  else undoWhole(store, draft, { save, meant })
  if (meant.row.entity === 'address') statusFollowsHome(draft, meant.person.pnr)
  if (meant.row.entity === 'name') addressingNameFollows(draft, meant.person.pnr, meant.row.columns)
  return save
}

/** One who was put in by a correction goes out with the rest. */
function undoWhole(
  store: Store,
  draft: Draft,
  { save, meant }: { readonly save: Save; readonly meant: RowMeant },
): void {
  const putIn = stillTouched(store, save)
    .filter(({ row: id }) => save.before.every(({ row }) => row.id !== id))
    .flatMap(({ pnr, row }) => twinOf(draft, pnr, rowOf(store, pnr, row) ?? meant.row) ?? [])
    .filter(({ row }) => row.save !== save.id)
  undoSave(store, draft, save)
  for (const { pnr, row } of putIn) undoRow(draft, pnr, row)
}

const markedUndone = ({ start }: StoredRow) => ({ mark: 'A', end: start }) as const

function undoSave(store: Store, draft: Draft, save: Save): void {
  const before = new Map(save.before.map((one) => [one.row.id, one]))
  for (const { pnr, row: id } of stillTouched(store, save).toReversed()) {
    const row = rowOf(store, pnr, id)
    const was = before.get(id)
    if (row === undefined) continue
    if (was !== undefined) draft.restore(pnr, givenBack(store, row, was))
    else if (row.entity === 'person') annul(store, draft, pnr, row)
    else draft.change(pnr, row, markedUndone(row))
  }
  for (const { pnr, validPnr } of save.pointed ?? []) draft.redirect(pnr, validPnr)
}

/** What the save changed is as it was; what has been put right in the row since stays. */
function givenBack(people: People, row: StoredRow, { row: was, became }: RowBefore): StoredRow {
  const back = <Key extends keyof StoredRow>(key: Key): StoredRow[Key] =>
    was[key] === became[key] ? row[key] : was[key]
  return {
    ...row,
    columns: columnsBack(people, row, { was, became }),
    start: back('start'),
    startUncertain: back('startUncertain'),
    end: back('end'),
    mark: back('mark'),
    timestamp: back('timestamp'),
    save: back('save'),
    touched: back('touched'),
    code: back('code'),
    derivedMark: back('derivedMark'),
    authority: back('authority'),
  }
}

/** The occupation, say, stands on the number's own row and has events of its own: one leaves the other alone. */
function columnsBack(
  people: People,
  row: StoredRow,
  { was, became }: Readonly<Record<'was' | 'became', StoredRow>>,
): Columns {
  const changed = Object.entries(was.columns).filter(
    ([column, value]) => value !== (became.columns[column] ?? null),
  )
  return { ...row.columns, ...namesNow(people, Object.fromEntries(changed)) }
}

/** A number is never given out again: it stays, and is nobody's. */
function annul(store: Store, draft: Draft, pnr: string, row: StoredRow): void {
  const statusDate = store.clock.today()
  draft.change(pnr, row, { columns: { ...row.columns, status: '30', statusDate } })
}

function undoRows(draft: Draft, { person, row }: RowMeant): void {
  const twin = twinOf(draft, person.pnr, row)
  undoRow(draft, person.pnr, row)
  if (twin !== undefined) undoRow(draft, twin.pnr, twin.row)
}

/** The row before takes over its time; without one, the row after a former row does. */
export function undoRow(draft: Draft, pnr: string, row: StoredRow): void {
  const person = draft.find(pnr)
  if (person === undefined) return
  const [former, later] = [rowBefore(person, row), rowAfter(person, row)]
  draft.change(pnr, row, markedUndone(row))
  if (former !== undefined) draft.change(pnr, former, { end: row.end })
  else if (later !== undefined) draft.change(pnr, later, { start: row.start })
}
