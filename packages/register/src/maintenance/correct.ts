import type { Fields } from '@sagsgang/gctp'

import type { Draft } from '../draft.ts'
import { birthDateOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { currentRow, isCurrent, statusOf } from '../rows.ts'
import type { Columns, Person, StoredRow } from '../rows.ts'
import type { Store } from '../store.ts'
import { houseFaults } from '../updates/house-faults.ts'
import type { Call } from '../updates/update-service.ts'
import { rowAfter, rowBefore, twinOf } from './chain.ts'
import type { Twin } from './chain.ts'
import type { DataType } from './data-types.ts'
import { addressingNameFollows, statusDayFollows, statusFollowsHome } from './follow-up.ts'
import type { RowMeant } from './row-meant.ts'
import { undoRow } from './undo.ts'

/** Putting right: the wrong content stays as a marked row, the row itself gets the right one. */
export interface Correction {
  readonly columns: Columns
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string | null
}

/** Wire codes of a data type that name a column of this kind of row. */
function codesFor(type: DataType, row: Pick<StoredRow, 'columns' | 'entity'>) {
  const relation = row.columns['relation']
  return Object.entries(type.columns).filter(([code, column]) => {
    if (!(column in row.columns)) return false
    if (code === 'MORPNR') return relation === 'mother'
    return code === 'FARPNR' ? relation === 'father' : true
  })
}

/** A field of another kind of row than the one that is corrected: a name is no addressing name. */
function misplacedFaults(type: DataType, row: StoredRow, data: Fields): readonly Objection[] {
  const fitting = codesFor(type, row).map(([code]) => code)
  return Object.keys(type.columns)
    .filter((code) => data[code] !== undefined && !fitting.includes(code))
    .map((code) => objection('unknownField', code))
}

/** The right columns: what was sent, over what stands. */
export function columnsFrom(
  type: DataType,
  row: Pick<StoredRow, 'columns' | 'entity'>,
  data: Fields,
): Columns {
  const isWhole = type.whole.length > 0 && type.whole.every((code) => data[code] !== undefined)
  const columns: Record<string, string | null> = { ...row.columns }
  for (const [code, column] of codesFor(type, row)) {
    const value = data[code]?.trim()
    if (value !== undefined) columns[column] = value
    else if (isWhole) columns[column] = null
  }
  return columns
}

export function correctionOf(type: DataType, { row }: RowMeant, data: Fields): Correction {
  const uncertain = data['STARTDATOUSM']
  return {
    columns: columnsFrom(type, row, data),
    start: data['STARTDATO']?.slice(0, 8) ?? row.start,
    startUncertain: uncertain === undefined ? row.startUncertain : uncertain === '*',
    end: row.end === null ? null : (data['SLUTDATO']?.slice(0, 8) ?? row.end),
  }
}

/** A number's own row is one: it is written over, and begins when it began. */
const isOwnRow = ({ entity }: StoredRow): boolean => entity === 'person'

function timeFaults(call: Call, { person, row }: RowMeant, to: Correction): readonly Objection[] {
  if (isOwnRow(row)) return to.start === row.start ? [] : [objection('unknownField', 'STARTDATO')]
  const today = call.store.clock.today()
  if (to.start > today) return [objection('future', 'STARTDATO')]
  if (isBeforeBirth(person, to)) return [objection('beforeBirth', 'STARTDATO')]
  if (to.end !== null && to.end < to.start) return [objection('endBeforeStart', 'SLUTDATO')]
  return neighbourFaults({ person, row }, to, today)
}

/** Neighbours can be moved, not swallowed. */
function neighbourFaults(
  { person, row }: RowMeant,
  to: Correction,
  today: string,
): readonly Objection[] {
  const [before, after] = [rowBefore(person, row), rowAfter(person, row)]
  if (before !== undefined && to.start < before.start) return [objection('overlaps', 'STARTDATO')]
  const isTooLong = after !== undefined && to.end !== null && to.end > (after.end ?? today)
  return isTooLong ? [objection('overlaps', 'SLUTDATO')] : []
}

const isBeforeBirth = ({ pnr }: Person, { start, startUncertain }: Correction): boolean =>
  !startUncertain && start < (birthDateOf(pnr) ?? '')

function contentFaults(store: Store, { person, row }: RowMeant, to: Correction) {
  if (row.entity === 'address') return addressFaults(to.columns)
  if (row.entity === 'civilStatus') return spouseFaults(store, person, row, to)
  return row.entity === 'kinship' ? parentFaults(store, row, to) : []
}

const addressFaults = (columns: Columns): readonly Objection[] =>
  houseFaults({
    municipality: columns['municipalityCode'] ?? '',
    road: columns['streetCode'] ?? '',
    house: columns['houseNumber'] ?? '',
  })

const isDeath = (columns: Columns): boolean => columns['civilStatus'] === 'D'

function spouseFaults(
  store: Store,
  person: Person,
  row: StoredRow,
  to: Correction,
): readonly Objection[] {
  if (isDeath(to.columns) !== isDeath(row.columns)) return [objection('wrongCivilStatus', 'CIVST')]
  const [was, spouse] = [row.columns['spousePersonnummer'], to.columns['spousePersonnummer']]
  if (spouse == null || spouse === was) return []
  if (spouse === person.pnr) return [objection('samePerson', 'AEGTEPNR')]
  const other = store.find(spouse)
  return other === undefined
    ? [objection('notInRegister', 'AEGTEPNR')]
    : newSpouseFaults(other, row, to)
}

/** Somebody put in a spouse's place must be free, and only a current row can take them in. */
function newSpouseFaults(other: Person, row: StoredRow, to: Correction): readonly Objection[] {
  const theirs = currentRow(other, 'civilStatus')
  const isFree = ['U', 'F', 'E', 'O', 'L'].includes(theirs?.columns['civilStatus'] ?? '')
  if (!isFree || !isCurrent(row)) return [objection('wrongCivilStatus', 'AEGTEPNR')]
  return to.start < (theirs?.start ?? '') ? [objection('beforeCurrent', 'AEGTEPNR')] : []
}

function parentFaults(store: Store, row: StoredRow, to: Correction): readonly Objection[] {
  const pnr = to.columns['personnummer']
  const field = row.columns['relation'] === 'mother' ? 'MORPNR' : 'FARPNR'
  if (pnr == null || pnr === row.columns['personnummer']) return []
  const parent = store.find(pnr)
  if (parent === undefined) return [objection('notInRegister', field)]
  return ['30', '50', '60'].includes(statusOf(parent)) ? [objection('deadNumber', field)] : []
}

export function correctFaults(type: DataType, call: Call, meant: RowMeant): readonly Objection[] {
  const to = correctionOf(type, meant, call.data)
  const misplaced = misplacedFaults(type, meant.row, call.data)
  if (misplaced.length > 0) return misplaced
  const content = contentFaults(call.store, meant, to)
  return content.length > 0 ? content : timeFaults(call, meant, to)
}

export interface Place {
  readonly pnr: string
  readonly row: StoredRow
}

/** The neighbours' dates follow, so that no gap and no overlap is left. */
function moveNeighbours(draft: Draft, { pnr, row }: Place, to: Correction): void {
  const person = draft.find(pnr)
  if (person === undefined) return
  const [before, after] = [rowBefore(person, row), rowAfter(person, row)]
  if (before !== undefined && to.start !== row.start)
    draft.restore(pnr, { ...before, end: to.start })
  if (after !== undefined && to.end !== null && to.end !== row.end)
    draft.restore(pnr, { ...after, start: to.end })
}

/** The row keeps its place and its history, the proof of what was wrong gets a row of its own. */
export function correctRow(draft: Draft, { pnr, row }: Place, to: Correction): StoredRow {
  moveNeighbours(draft, { pnr, row }, to)
  const proof = draft.append(pnr, {
    entity: row.entity,
    columns: row.columns,
    start: row.start,
    startUncertain: row.startUncertain,
    end: row.start,
    mark: 'K',
    derivedMark: row.derivedMark,
  })
  const { code, authority, timestamp } = proof
  const right = { ...row, ...to, code, authority, timestamp }
  draft.restore(pnr, right)
  draft.restore(pnr, {
    ...proof,
    code: row.code,
    authority: row.authority,
    timestamp: row.timestamp,
  })
  return right
}

const otherOf = (row: Pick<StoredRow, 'columns' | 'entity'>): string | null =>
  row.columns[row.entity === 'kinship' ? 'personnummer' : 'spousePersonnummer'] ?? null

/** The other person's row says the same thing from the other side. */
function mirrored(pnr: string, twin: Twin, to: Correction): Correction {
  const { columns, entity } = twin.row
  // Each separation names the civil status row of its own person.
  if (entity === 'separation') return { ...to, columns }
  const own =
    entity === 'kinship'
      ? { ...columns, personnummer: pnr }
      : { ...columns, civilStatus: to.columns['civilStatus'] ?? null, spousePersonnummer: pnr }
  return { ...to, columns: own }
}

/** Somebody else was meant: the one named wrongly is freed, the right one gets the row. */
function replaceTwin(draft: Draft, meant: RowMeant, twin: Twin | undefined, to: Correction): void {
  if (twin !== undefined) {
    undoRow(draft, twin.pnr, twin.row)
    const freed = draft.find(twin.pnr)?.rows.find(({ id }) => id === twin.row.id)
    if (freed !== undefined) draft.change(twin.pnr, freed, { mark: 'K' })
  }
  const other = otherOf({ columns: to.columns, entity: meant.row.entity })
  if (other === null || draft.find(other) === undefined) return
  draft.replace(other, twinRow(meant, to, twin))
}

function twinRow({ person, row }: RowMeant, to: Correction, twin: Twin | undefined) {
  const { entity } = row
  const isMother = row.columns['relation'] === 'mother'
  const columns: Columns =
    entity === 'kinship'
      ? { relation: 'child', personnummer: person.pnr, name: null, birthDate: null }
      : { ...to.columns, spousePersonnummer: person.pnr }
  const derivedMark =
    entity === 'kinship' ? (isMother ? 'NM' : 'NF') : (twin?.row.derivedMark ?? 'ÆG')
  return { entity, columns, start: to.start, startUncertain: to.startUncertain, derivedMark }
}

export function correct(draft: Draft, meant: RowMeant, to: Correction): StoredRow {
  const { person, row } = meant
  if (isOwnRow(row)) return draft.change(person.pnr, row, { columns: to.columns })
  const twin = twinOf(draft, person.pnr, row)
  const right = correctRow(draft, { pnr: person.pnr, row }, to)
  const isSame = otherOf(row) === otherOf({ columns: to.columns, entity: row.entity })
  if (!isSame) replaceTwin(draft, meant, twin, to)
  else if (twin !== undefined) correctRow(draft, twin, mirrored(person.pnr, twin, to))
  if (row.entity === 'address') statusFollowsHome(draft, person.pnr)
  if (isCurrent(row)) statusDayFollows(draft, person.pnr, row, to.start)
  if (row.entity === 'name' && isCurrent(row)) addressingNameFollows(draft, person.pnr, row.columns)
  return right
}
