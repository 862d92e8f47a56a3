import { entities } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'

import type { Draft } from '../draft.ts'
import { birthDateOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { chainOf, isCurrent, isValid } from '../rows.ts'
import type { Columns, People, Person, StoredRow } from '../rows.ts'
import { houseFaults } from '../updates/house-faults.ts'
import type { Call } from '../updates/update-service.ts'
import { coupleRowOn } from './chain.ts'
import { columnsFrom, misplacedFaults } from './correction.ts'
import type { DataType } from './data-types.ts'
import { referenceTo } from './follow-up.ts'

/** A fact of the past that was never reported: a closed row between those that stand. */
interface LateRow {
  readonly entity: Entity
  readonly columns: Columns
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string
  readonly derivedMark?: string
}

/** What the kind of row holds and no code says: which parent is meant shows in the field, whose condition in who reports. */
function unsaidColumns(entity: Entity, { data, authority }: Pick<Call, 'data' | 'authority'>) {
  if (entity === 'kinship') return { relation: data['MORPNR'] === undefined ? 'father' : 'mother' }
  return entity === 'municipalCondition' ? { municipality: data['MYNKOD'] ?? authority } : {}
}

const emptyColumns = (entity: Entity, call: Call): Columns => ({
  ...Object.fromEntries(entities[entity].map((column) => [column, null])),
  ...unsaidColumns(entity, call),
})

/** The first kind of row of a data type is the one reported late. */
function lateRow(type: DataType, call: Call): LateRow | undefined {
  const [entity] = type.entities
  const { data } = call
  if (entity === undefined) return undefined
  return {
    entity,
    columns: columnsFrom(type, { entity, columns: emptyColumns(entity, call) }, data),
    start: data['STARTDATO']?.slice(0, 8) ?? '',
    startUncertain: data['STARTDATOUSM'] === '*',
    end: data['SLUTDATO']?.slice(0, 8) ?? '',
  }
}

interface Placed {
  readonly person: Person
  readonly late: LateRow
}

const spouseMarks: Readonly<Record<string, string>> = { G: 'ÆG', P: 'PA' }

/** The same fact on the spouse, or on the parent. */
function twinOf(people: People, placed: Placed): Placed | undefined {
  const { person, late } = placed
  const { entity, columns } = late
  if (entity === 'separation') return separatedFrom(people, placed)
  const isKin = entity === 'kinship'
  const pnr = isKin ? columns['personnummer'] : columns['spousePersonnummer']
  const other = pnr == null ? undefined : people.find(pnr)
  if (other === undefined) return undefined
  const child = { ...columns, relation: 'child', personnummer: person.pnr }
  const spouse = { ...columns, spousePersonnummer: person.pnr }
  const newParent = columns['relation'] === 'mother' ? 'NM' : 'NF'
  const derivedMark = isKin ? newParent : spouseMarks[columns['civilStatus'] ?? '']
  const mark = derivedMark === undefined ? {} : { derivedMark }
  return { person: other, late: { ...late, ...mark, columns: isKin ? child : spouse } }
}

/** Two are separated from each other, each within the row of their own marriage. */
function separatedFrom(people: People, { person, late }: Placed): Placed | undefined {
  const marriage = coupleRowOn(person, late.start)
  const other = people.find(marriage?.columns['spousePersonnummer'] ?? '')
  const derivedMark = spouseMarks[marriage?.columns['civilStatus'] ?? '']
  if (other === undefined || derivedMark === undefined) return undefined
  return { person: other, late: { ...referring(other, late), derivedMark } }
}

const referring = (person: Person, late: LateRow): LateRow => {
  const marriage = late.entity === 'separation' ? coupleRowOn(person, late.start) : undefined
  if (marriage === undefined) return late
  return { ...late, columns: { civilStatusReference: referenceTo(marriage.start) } }
}

/** The person's row, and its twin where it has one. */
function placesOf(type: DataType, call: Call): readonly Placed[] {
  const person = call.store.find(call.keys['PNR'] ?? '')
  const late = lateRow(type, call)
  if (person === undefined || late === undefined) return []
  const own = { person, late: referring(person, late) }
  return [own, twinOf(call.store, own) ?? []].flat()
}

/** One parent after another is one chain, whoever they are; of other kinds the key tells. */
const lineOf = ({ entity, columns }: Pick<LateRow, 'entity' | 'columns'>): string =>
  entity === 'kinship' ? (columns['relation'] ?? '') : chainOf(entity, columns)

/** Rows that the late one may not overlap; children stand side by side. */
const validRows = ({ person, late }: Placed): readonly StoredRow[] => {
  if (late.columns['relation'] === 'child') return []
  return person.rows.filter(
    (row) => row.entity === late.entity && isValid(row) && lineOf(row) === lineOf(late),
  )
}

/** The row that the late one begins inside, the one it ends inside, and those it would cover. */
function cutBy(placed: Placed) {
  const { late } = placed
  const rows = validRows(placed).filter(({ start, end }) => start !== end)
  return {
    head: rows.find(({ start, end }) => start < late.start && (end === null || end > late.start)),
    tail: rows.find(({ start, end }) => start < late.end && (end === null || end > late.end)),
    swallowed: rows.filter(
      ({ start, end }) => start >= late.start && end !== null && end <= late.end,
    ),
  }
}

/** What it may not cover: a whole row, a part in the middle of one, or any of the current one. */
function fitFaults(placed: Placed): readonly Objection[] {
  const { head, tail, swallowed } = cutBy(placed)
  const isSplit = head !== undefined && head.id === tail?.id
  const beginsInside = head !== undefined && (isSplit || isCurrent(head))
  if (beginsInside || swallowed.length > 0) return [objection('overlaps', 'STARTDATO')]
  return tail !== undefined && isCurrent(tail) ? [objection('overlaps', 'SLUTDATO')] : []
}

function contentFaults({ late }: Placed): readonly Objection[] {
  if (late.entity !== 'address') return []
  const { municipalityCode, streetCode, houseNumber } = late.columns
  return houseFaults({
    municipality: municipalityCode ?? '',
    road: streetCode ?? '',
    house: houseNumber ?? '',
  })
}

function periodFaults({ person, late }: Placed, today: string): readonly Objection[] {
  const isBeforeBirth = late.start < (birthDateOf(person.pnr) ?? '') && !late.startUncertain
  if (isBeforeBirth) return [objection('beforeBirth', 'STARTDATO')]
  if (late.end <= late.start) return [objection('endBeforeStart', 'SLUTDATO')]
  return late.end > today ? [objection('future', 'SLUTDATO')] : []
}

export function reportFaults(type: DataType, call: Call): readonly Objection[] {
  const places = placesOf(type, call)
  const [own] = places
  if (own === undefined) return [objection('notInRegister', 'PNR')]
  const misplaced = misplacedFaults(type, own.late, call.data)
  if (misplaced.length > 0) return misplaced
  const faults = [...contentFaults(own), ...periodFaults(own, call.store.clock.today())]
  return faults.length > 0 ? faults : places.flatMap(fitFaults).slice(0, 1)
}

/** The neighbours give way: one ends where the late row begins, the other begins where it ends. */
function putBetween(draft: Draft, placed: Placed): StoredRow {
  const { person, late } = placed
  const { head, tail } = cutBy(placed)
  if (head !== undefined) draft.change(person.pnr, head, { end: late.start })
  if (tail !== undefined) draft.change(person.pnr, tail, { start: late.end })
  return draft.append(person.pnr, late)
}

/** The row that was put on the person; undefined when there is nobody to put it on. */
export const reportFormer = (type: DataType, call: Call, draft: Draft): StoredRow | undefined =>
  placesOf(type, call).map((placed) => putBetween(draft, placed))[0]
