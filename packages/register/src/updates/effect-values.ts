import type { Choice, Condition, Derivation, Entity, Value } from '@sagsgang/events'

import { addressingNameFrom } from '../addressing-name.ts'
import { residenceStatus } from '../geography.ts'
import { birthDateOf, sexOf } from '../personnummer.ts'
import { column, currentRow, currentRows, rowReplacedBy, rowsOf, statusOf } from '../rows.ts'
import type { People, Person, StoredRow } from '../rows.ts'
import { areParentsTogether } from './parents-together.ts'
import { isUnder, peopleOf } from './parties.ts'
import type { Report } from './parties.ts'

const firstOf = (report: Report, party: string, in_: People): Person | undefined => {
  const [pnr] = peopleOf(report, party)
  return pnr === undefined ? undefined : in_.find(pnr)
}

export function valueOf(report: Report, value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  return workedOut(report, value)
}

function workedOut(report: Report, value: Exclude<Value, string | null>): string | null {
  if ('field' in value) return fieldValue(report, value)
  if ('item' in value) return report.item?.[value.item] ?? null
  if ('pnrOf' in value) return peopleOf(report, value.pnrOf)[0] ?? null
  if ('choose' in value) return chosen(report, value.choose, value.otherwise)
  if ('first' in value) return firstFilled(report, value.first)
  if ('derive' in value) return derived(report, value.derive, value.of)
  return rowValue(report, value)
}

type FieldValue = Extract<Value, { readonly field: string }>

function fieldValue({ data }: Report, value: FieldValue): string | null {
  const whole = data[value.field] ?? null
  if (!('line' in value) || whole === null) return whole
  const line = whole.split('\n')[value.line - 1] ?? ''
  return line === '' ? null : line
}

type RowValue = Extract<Value, { readonly current: Entity } | { readonly of: string }>

/** What one of the party's rows says, or when it stands. */
function rowValue(
  report: Report,
  value: Exclude<RowValue, { readonly derive: Derivation }>,
): string | null {
  if ('current' in value) return currentColumn(report, value)
  if ('previous' in value) return previousColumn(report, value)
  const person = firstOf(report, value.of, report.before)
  const rows = person === undefined ? [] : currentRows(person, value.ofRow)
  return fitting(report, rows, value.row)[0]?.[value.detail] ?? null
}

/** Rows whose columns hold what is wanted. */
export function fitting(
  report: Report,
  rows: readonly StoredRow[],
  wanted: Readonly<Record<string, Value>> = {},
): readonly StoredRow[] {
  const values = Object.entries(wanted).map(
    ([name, value]) => [name, valueOf(report, value)] as const,
  )
  return rows.filter(({ columns }) =>
    values.every(([name, value]) => (columns[name] ?? null) === value),
  )
}

type PreviousValue = Extract<Value, { readonly previous: Entity }>

function previousColumn(report: Report, value: PreviousValue): string | null {
  const person = firstOf(report, value.of, report.before)
  const row = person && currentRow(person, value.previous)
  return (row && rowReplacedBy(person, row)?.columns[value.column]) ?? null
}

type CurrentValue = Extract<Value, { readonly current: string }>

function currentColumn(report: Report, value: CurrentValue): string | null {
  const person = firstOf(report, value.of, report.before)
  const [row] =
    person === undefined ? [] : standing(report, person, value.current, value.onEventDate)
  return row?.columns[value.column] ?? null
}

/** The current rows of a kind, or those that stood on the event's date. */
function standing(
  report: Report,
  person: Person,
  entity: Entity,
  onEventDate: true | undefined,
): readonly StoredRow[] {
  if (onEventDate === undefined) return currentRows(person, entity)
  return rowsOf(person, entity).filter(
    ({ mark, start, end }) =>
      mark === null && start <= report.date && (end === null || end > report.date),
  )
}

function chosen(report: Report, choices: readonly Choice[], otherwise: Value): string | null {
  const hit = choices.find(({ when }) => holds(report, when))
  return valueOf(report, hit === undefined ? otherwise : hit.value)
}

function firstFilled(report: Report, values: readonly Value[]): string | null {
  for (const value of values) {
    const found = valueOf(report, value)
    if (found !== null && found !== '') return found
  }
  return null
}

const derivedAddressingName = (person: Person): string | null =>
  addressingNameFrom(currentRow(person, 'name')?.columns ?? {})

const derivations: Readonly<Record<Derivation, (person: Person) => string | null>> = {
  addressingName: derivedAddressingName,
  residenceStatus: (person) => {
    const { municipalityCode, streetCode } = currentRow(person, 'address')?.columns ?? {}
    return municipalityCode == null ? null : residenceStatus(municipalityCode, streetCode ?? '')
  },
  birthDate: ({ pnr }) => birthDateOf(pnr),
  sex: ({ pnr }) => sexOf(pnr),
  civilStatusReference: (person) => {
    const row = currentRow(person, 'civilStatus')
    return row === undefined ? null : `${row.start}0000`
  },
}

function derived(report: Report, derivation: Derivation, party: string): string | null {
  const person = firstOf(report, party, report.after)
  return person === undefined ? null : derivations[derivation](person)
}

export function holds(report: Report, condition: Condition): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(report, one))
  if ('any' in condition) return condition.any.some((one) => holds(report, one))
  if ('not' in condition) return !holds(report, condition.not)
  if ('field' in condition) return fieldHolds(report, condition)
  if ('value' in condition)
    return valueOf(report, condition.value) !== valueOf(report, condition.differsFrom)
  if ('addressingNameDerived' in condition)
    return isAddressingNameDerived(report, condition.addressingNameDerived)
  if ('parentsTogether' in condition) return areParentsTogether(report, condition.parentsTogether)
  if ('item' in condition) return itemHolds(report, condition)
  return partyHolds(report, condition)
}

function itemHolds({ item }: Report, condition: Extract<Condition, { item: string }>): boolean {
  const value = item?.[condition.item] ?? ''
  return 'in' in condition ? condition.in.includes(value) : (value !== '') === condition.given
}

function fieldHolds(report: Report, condition: Extract<Condition, { field: string }>): boolean {
  if ('items' in condition) return (report.items[condition.field] ?? []).length === condition.items
  if ('items' in condition) return (report.items[condition.field] ?? []).length === condition.items
  const value = report.data[condition.field] ?? ''
  if ('given' in condition) return (value !== '') === condition.given
  return condition.in.some((one) =>
    typeof one === 'string' ? one === value : one === (value !== ''),
  )
}

function isAddressingNameDerived(report: Report, party: string): boolean {
  const person = firstOf(report, party, report.before)
  if (person === undefined) return true
  const set = column(person, 'addressingName', 'addressingName')
  return set === null || set === derivedAddressingName(person)
}

type PartyCondition = Extract<Condition, { party: string }>

function partyHolds(report: Report, condition: PartyCondition): boolean {
  const people = peopleOf(report, condition.party).flatMap((pnr) => report.before.find(pnr) ?? [])
  if ('sex' in condition) return people.some(({ pnr }) => sexOf(pnr) === condition.sex)
  if ('known' in condition) return peopleOf(report, condition.party).length > 0 === condition.known
  if ('status' in condition)
    return people.some((person) => condition.status.includes(statusOf(person)))
  if ('under' in condition)
    return peopleOf(report, condition.party).some((pnr) => isUnder(report, pnr, condition.under))
  return people.some((person) => hasRow(report, person, condition))
}

function hasRow(
  report: Report,
  person: Person,
  { has, column: name, in: values, onEventDate }: Extract<PartyCondition, { has: Entity }>,
): boolean {
  const rows = standing(report, person, has, onEventDate)
  if (name === undefined || values === undefined) return rows.length > 0
  const wanted = values.map((value) => valueOf(report, value))
  return rows.some(({ columns }) => wanted.includes(columns[name] ?? null))
}
