import { addressKey, isSpecialRoad } from './addresses.ts'
import { addressingNameOf } from './addressing-name.ts'
import { isGiven, isTrue, textOf } from './case-data.ts'
import { ageOn } from './dates.ts'
import type { EventDefinition, Facts, Parties } from './define-event.ts'
import type { Choice, Condition, Derivation, EventEffect, Value } from './effects.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { currentRows, kinOf, rowsOn } from './person-facts.ts'
import { birthDateOf, sexOf } from './pnr.ts'
import type { PersonView } from './register-view.ts'
import { isAddressingNameByHand } from './rules/name-conditions.ts'
import { canonicalText } from './to-request.ts'

/** Where values and conditions are worked out: the register before the save, and who plays which part. */
export interface Scene extends Pick<Facts, 'data' | 'view'> {
  readonly definition: EventDefinition
  readonly parties: Parties
}

export type Columns = Readonly<Record<string, string | null>>

/** The same scene with one person alone in a party, as an effect on each of several needs it. */
export function bind(scene: Scene, party: string, pnr: string): Scene {
  return { ...scene, parties: { ...scene.parties, [party]: [pnr] } }
}

export function eventDate({ definition, data }: Scene): string {
  return textOf(data, definition.dateField)
}

function pnrOf(scene: Scene, party: string): string | null {
  return scene.parties[party]?.[0] ?? null
}

function viewOf(scene: Scene, party: string): PersonView | null {
  return scene.view.people[pnrOf(scene, party) ?? ''] ?? null
}

function rowsOfParty(
  scene: Scene,
  of: { readonly party: string; readonly entity: Entity; readonly onEventDate?: boolean },
): readonly RegisterRow[] {
  const person = viewOf(scene, of.party)
  if (!person) return []
  return of.onEventDate
    ? rowsOn(person, of.entity, eventDate(scene))
    : currentRows(person, of.entity)
}

/** Null where it is empty or cannot be known. */
export function valueIn(scene: Scene, value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  if ('field' in value) return fieldIn(scene, value.field)
  if ('pnrOf' in value) return pnrOf(scene, value.pnrOf)
  if ('current' in value) return currentIn(scene, value)
  if ('choose' in value) return valueIn(scene, chosen(scene, value))
  if ('first' in value)
    return value.first.map((one) => valueIn(scene, one)).find((text) => text) ?? null
  return derivations[value.derive](scene, value.of)
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

function fieldIn({ definition, data }: Scene, name: string): string | null {
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

const firstGreenlandic = '0955'

function residenceStatus({ municipalityCode, streetCode }: Columns): string {
  const isGreenland = (municipalityCode ?? '') >= firstGreenlandic
  const isSpecial = isSpecialRoad(streetCode ?? '')
  if (isGreenland) return isSpecial ? '07' : '05'
  return isSpecial ? '03' : '01'
}

const derivations: Readonly<Record<Derivation, (scene: Scene, party: string) => string | null>> = {
  addressingName: (scene, party) => addressingNameOf(columnsAfter(scene, party, 'name')) || null,
  residenceStatus: (scene, party) => residenceStatus(columnsAfter(scene, party, 'address')),
  birthDate: (scene, party) => numberPart(scene, party, birthDateOf),
  sex: (scene, party) => numberPart(scene, party, sexOf),
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
  return (typeof value === 'string' || typeof value === 'boolean') && condition.in.includes(value)
}

function isPartySo(
  scene: Scene,
  condition: Extract<Condition, { readonly party: string }>,
): boolean {
  if ('known' in condition) return (pnrOf(scene, condition.party) !== null) === condition.known
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

function homeAfter(scene: Scene, pnr: string): string | null {
  const movers = scene.definition.reportedFor.flatMap((party) => scene.parties[party] ?? [])
  const [subject = ''] = scene.definition.reportedFor
  const person = scene.view.people[pnr]
  const address = movers.includes(pnr)
    ? columnsAfter(bind(scene, subject, pnr), subject, 'address')
    : person && currentRows(person, 'address')[0]?.columns
  return address ? addressKey(address) : null
}
