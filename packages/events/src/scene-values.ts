import { addressKey, residenceStatusOf } from './addresses.ts'
import { addressingNameOf } from './addressing-name.ts'
import { isGiven, isTrue, listOf, textOf } from './case-data.ts'
import type { Holder } from './case-data.ts'
import { ageOn } from './dates.ts'
import type { Choice, Condition, Derivation, EventEffect, Value } from './effects.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { currentRow, currentRows, isOfOneKey, kinOf, validRows } from './person-facts.ts'
import { birthDateOf, sexOf } from './pnr.ts'
import type { PersonView } from './register-view.ts'
import { isAddressingNameByHand } from './rules/name-conditions.ts'
import { bind, eventDate, pnrOf, rowsOfParty, viewOf } from './scene.ts'
import type { Columns, Scene } from './scene.ts'
import { canonicalText, peopleNamed } from './to-request.ts'
import { wireFormats } from './wire/wire-format.ts'

/** Null where it is empty or cannot be known. */
export function valueIn(scene: Scene, value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  if ('field' in value) return fieldIn(scene, value)
  if ('item' in value) return itemIn(scene, value.item)
  if ('pnrOf' in value) return pnrOf(scene, value.pnrOf)
  if ('choose' in value) return valueIn(scene, chosen(scene, value))
  if ('first' in value) return firstIn(scene, value.first)
  if ('derive' in value) return derivations[value.derive](scene, value.of)
  return rowValueIn(scene, value)
}

function firstIn(scene: Scene, values: readonly Value[]): string | null {
  return values.map((value) => valueIn(scene, value)).find((text) => text) ?? null
}

function itemIn({ item }: Scene, part: keyof Holder): string | null {
  return item?.[part] || null
}

/** What a row of a party says, or is. */
function rowValueIn(scene: Scene, value: RowValue): string | null {
  if ('current' in value) return currentIn(scene, value)
  if ('previous' in value) return previousIn(scene, value)
  const rows = rowsOfParty(scene, { party: value.of, entity: value.ofRow })
  return rowsLike(scene, rows, value.row)[0]?.[value.detail] ?? null
}

type RowValue = Extract<
  Value,
  | { readonly current: Entity }
  | { readonly previous: Entity }
  | { readonly detail: 'start' | 'end' | 'timestamp' }
>

/** Rows whose columns hold these values. */
export function rowsLike(
  scene: Scene,
  rows: readonly RegisterRow[],
  columns: EventEffect['row'] = {},
): readonly RegisterRow[] {
  const wanted = Object.entries(columns).map(
    ([column, value]) => [column, valueIn(scene, value)] as const,
  )
  return rows.filter((row) =>
    wanted.every(([column, value]) => (row.columns[column] ?? null) === value),
  )
}

/** The row that the current one took the place of: of its key, where several stand side by side. */
function previousIn(
  scene: Scene,
  value: Extract<Value, { readonly previous: Entity }>,
): string | null {
  const { previous: entity, of: party, column } = value
  const person = viewOf(scene, party)
  const current = person && currentRow(person, entity)
  if (!current) return null
  const chain = validRows(person, entity).filter((row) =>
    isOfOneKey(entity, row.columns, current.columns),
  )
  return chain[chain.indexOf(current) + 1]?.columns[column] ?? null
}

function currentIn(
  scene: Scene,
  value: Extract<Value, { readonly current: Entity }>,
): string | null {
  const { of: party, current: entity, onEventDate = false } = value
  return rowsOfParty(scene, { party, entity, onEventDate })[0]?.columns[value.column] ?? null
}

function chosen(
  scene: Scene,
  value: { readonly choose: readonly Choice[]; readonly otherwise: Value },
): Value {
  const choice = value.choose.find(({ when }) => holdsIn(scene, when))
  return choice ? choice.value : value.otherwise
}

function fieldIn(
  { definition, data }: Scene,
  { field: name, line }: { readonly field: string; readonly line?: number },
): string | null {
  if (line !== undefined) return listOf(data, name)[line - 1]?.trimEnd() || null
  const field = definition.fields.find((candidate) => candidate.name === name)
  if (!field) return null
  if (field.type === 'flag') return isTrue(data, name) ? 'true' : null
  return canonicalText(field, textOf(data, name)) || null
}

/** What the event writes of a kind on a party; what stands there where it writes nothing. */
function columnsAfter(scene: Scene, party: string, entity: Entity): Columns {
  const effect = scene.definition.effects.find(
    (candidate) =>
      candidate.party === party &&
      candidate.entity === entity &&
      candidate.operation === 'appendRow' &&
      isInForce(scene, candidate),
  )
  return effect
    ? columnsOf(scene, effect)
    : (rowsOfParty(scene, { party, entity })[0]?.columns ?? {})
}

export function isInForce(scene: Scene, effect: EventEffect): boolean {
  return effect.when === undefined || holdsIn(scene, effect.when)
}

export function columnsOf(scene: Scene, effect: EventEffect): Columns {
  return Object.fromEntries(
    Object.entries(effect.set ?? {}).map(([column, value]) => [column, valueIn(scene, value)]),
  )
}

const derivations: Readonly<Record<Derivation, (scene: Scene, party: string) => string | null>> = {
  addressingName: (scene, party) => addressingNameOf(columnsAfter(scene, party, 'name')) || null,
  residenceStatus: (scene, party) => residenceStatusOf(columnsAfter(scene, party, 'address')),
  birthDate: (scene, party) => numberPart(scene, party, birthDateOf),
  sex: (scene, party) => numberPart(scene, party, sexOf),
  civilStatusReference: (scene, party) => {
    const [row] = rowsOfParty(scene, { party, entity: 'civilStatus' })
    return row ? wireFormats.datetime.write(row.start) : null
  },
}

function numberPart(scene: Scene, party: string, read: (pnr: string) => string): string | null {
  const pnr = pnrOf(scene, party)
  return pnr === null ? null : read(pnr)
}

export function holdsIn(scene: Scene, condition: Condition): boolean {
  if ('all' in condition) return condition.all.every((one) => holdsIn(scene, one))
  if ('any' in condition) return condition.any.some((one) => holdsIn(scene, one))
  if ('not' in condition) return !holdsIn(scene, condition.not)
  if ('field' in condition) return isFieldSo(scene, condition)
  if ('value' in condition)
    return valueIn(scene, condition.value) !== valueIn(scene, condition.differsFrom)
  if ('addressingNameDerived' in condition)
    return isNameByRule(viewOf(scene, condition.addressingNameDerived))
  if ('parentsTogether' in condition) return isWithBothParents(scene, condition.parentsTogether)
  if ('item' in condition) return isItemSo(scene, condition)
  return isPartySo(scene, condition)
}

function isNameByRule(person: PersonView | null): boolean {
  return person !== null && !isAddressingNameByHand(person)
}

function isFieldSo(
  { data }: Scene,
  condition: Extract<Condition, { readonly field: string }>,
): boolean {
  const value = data[condition.field]
  if ('given' in condition) return isGiven(data, condition.field) === condition.given
  if ('items' in condition) return typeof value === 'object' && value.length === condition.items
  return (typeof value === 'string' || typeof value === 'boolean') && condition.in.includes(value)
}

function isItemSo(
  scene: Scene,
  condition: Extract<Condition, { readonly item: keyof Holder }>,
): boolean {
  const text = itemIn(scene, condition.item) ?? ''
  return 'in' in condition ? condition.in.includes(text) : (text !== '') === condition.given
}

function isPartySo(
  scene: Scene,
  condition: Extract<Condition, { readonly party: string }>,
): boolean {
  if ('known' in condition) return (pnrOf(scene, condition.party) !== null) === condition.known
  if ('sex' in condition) return numberPart(scene, condition.party, sexOf) === condition.sex
  if ('status' in condition) {
    const status = viewOf(scene, condition.party)?.status
    return status !== undefined && condition.status.includes(status)
  }
  if ('under' in condition) {
    const birthDate = viewOf(scene, condition.party)?.birthDate
    return birthDate !== undefined && ageOn(birthDate, eventDate(scene)) < condition.under
  }
  return isRowThere(scene, condition)
}

function isRowThere(
  scene: Scene,
  condition: Extract<Condition, { readonly has: Entity }>,
): boolean {
  const { party, has: entity, column, in: values = [], onEventDate = false } = condition
  const rows = rowsOfParty(scene, { party, entity, onEventDate })
  if (column === undefined) return rows.length > 0
  const wanted = values.map((value) => valueIn(scene, value))
  return rows.some((row) => wanted.includes(row.columns[column] ?? null))
}

/** Both parents are known and are registered at one address once those who are reported have moved. */
function isWithBothParents(scene: Scene, party: string): boolean {
  const child = viewOf(scene, party)
  if (!child) return false
  const [mother, father] = [kinOf(child, 'mother')[0], kinOf(child, 'father')[0]]
  if (mother === undefined || father === undefined) return false
  const [one, other] = [homeAfter(scene, mother), homeAfter(scene, father)]
  return one !== null && one === other
}

/** Whoever is reported later has not moved yet. */
function homeAfter(scene: Scene, pnr: string): string | null {
  const [subject = ''] = scene.definition.reportedFor
  const person = scene.view.people[pnr]
  const address = reportedSoFar(scene).includes(pnr)
    ? columnsAfter(bind(scene, subject, pnr), subject, 'address')
    : person && currentRows(person, 'address')[0]?.columns
  return address ? addressKey(address) : null
}

/** Those whom the form names for a report, in order, up to the one whose turn it is. */
function reportedSoFar(scene: Scene): readonly string[] {
  const { definition, data } = scene
  const [subject = ''] = definition.reportedFor
  const everybody = definition.reportedFor.flatMap((party) => peopleNamed(definition, data, party))
  return everybody.slice(0, everybody.indexOf(pnrOf(scene, subject) ?? '') + 1)
}
