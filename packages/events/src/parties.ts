import { holdersIn, listOf, textOf } from './case-data.ts'
import type { CaseData } from './case-data.ts'
import { ageOn } from './dates.ts'
import type { EventDefinition, Facts, Parties } from './define-event.ts'
import type { PartySource } from './effects.ts'
import { otherOf } from './maintenance/beside.ts'
import { placesOf } from './maintenance/row-place.ts'
import { coupleOf, holdersOf, kinOf } from './person-facts.ts'
import { birthDateOf, isPnr } from './pnr.ts'
import type { PersonView, RegisterView } from './register-view.ts'

/** What the people of an event are found from. */
export type PartyFacts = Pick<Facts, 'data' | 'view' | 'output'>

const majority = 18

interface Search extends PartyFacts {
  readonly definition: EventDefinition
}

/** Everybody the event concerns, by party. Who is not found yet is absent, who is unknown is not there. */
export function partiesOf(definition: EventDefinition, facts: PartyFacts): Parties {
  const search = { ...facts, definition }
  return Object.fromEntries(
    Object.keys(definition.parties).map((party) => [party, [...new Set(peopleAs(search, party))]]),
  )
}

function peopleAs(search: Search, party: string): readonly string[] {
  const source = search.definition.parties[party]
  return source ? peopleFrom(search, source) : []
}

function peopleFrom(search: Search, source: PartySource): readonly string[] {
  const { data, output } = search
  if ('field' in source) return numbersIn(data, source.field)
  if ('newborn' in source) return output?.['PNR'] === undefined ? [] : [output['PNR']]
  if ('namedByWorker' in source) return []
  if ('mirroredFrom' in source) return mirroredFrom(search, source.mirroredFrom)
  if ('anyOf' in source)
    return source.anyOf
      .flatMap((party) => peopleAs(search, party))
      .filter((pnr) => isUnder(search, pnr, source.under))
  return relativesFrom(search, source)
}

/** Numbers of a field: its own, those of its list, or those of its holders. */
function numbersIn(data: CaseData, field: string): readonly string[] {
  const holders = holdersIn(data, field).flatMap(({ personnummer }) => personnummer ?? [])
  return [textOf(data, field), ...listOf(data, field), ...holders].filter(isPnr)
}

function relativesFrom(
  search: Search,
  source: Exclude<
    PartySource,
    | { field: string }
    | { newborn: true }
    | { anyOf: readonly string[] }
    | { namedByWorker: true }
    | { mirroredFrom: string }
  >,
): readonly string[] {
  if ('spouseOf' in source)
    return viewsOf(search, source.spouseOf).flatMap((person) => coupleOf(person) ?? [])
  if ('parentOf' in source)
    return viewsOf(search, source.parentOf).flatMap((person) => kinOf(person, source.relation))
  if ('holdersOf' in source)
    return viewsOf(search, source.holdersOf)
      .filter((person) => isUnder(search, person.pnr, majority))
      .flatMap(holdersOf)
  const { and, under } = source
  const children = childrenOf(search, source.childrenOf)
  const joint =
    and === undefined ? children : children.filter((pnr) => childrenOf(search, and).includes(pnr))
  return under === undefined ? joint : joint.filter((pnr) => isUnder(search, pnr, under))
}

/** The row is named by the register's own key. */
function mirroredFrom({ data, ...search }: Search, party: string): readonly string[] {
  const stamp = textOf(data, 'timestamp')
  const rows = peopleAs({ data, ...search }, party).flatMap((pnr) =>
    placesOf(search.view, pnr, ({ timestamp }) => stamp !== '' && timestamp === stamp),
  )
  return rows.flatMap((place) => otherOf(search.view, place) ?? [])
}

function childrenOf(search: Search, party: string): readonly string[] {
  return viewsOf(search, party).flatMap((person) => kinOf(person, 'child'))
}

function viewsOf(search: Search, party: string): readonly PersonView[] {
  return peopleAs(search, party).flatMap((pnr) => search.view.people[pnr] ?? [])
}

/** Younger than so many years on the day of the event; while no day is given everybody counts. */
function isUnder({ definition, data, view }: Search, pnr: string, years: number): boolean {
  const day = textOf(data, definition.dateField)
  return day === '' || ageOn(view.people[pnr]?.birthDate ?? birthDateOf(pnr), day) < years
}

export interface PartyMember {
  readonly role: string
  readonly pnr: string
}

/** Whom a case is about: those its fields name and those the event writes on, each by the first part they play. */
export function personsOf(
  definition: EventDefinition,
  data: CaseData,
  view: RegisterView,
  output?: Readonly<Record<string, string>>,
): readonly PartyMember[] {
  const parties = partiesOf(definition, output ? { data, view, output } : { data, view })
  const members = concernedParties(definition).flatMap((role) =>
    (parties[role] ?? []).map((pnr) => ({ role, pnr })),
  )
  return members.filter(
    (member, index) => members.findIndex(({ pnr }) => pnr === member.pnr) === index,
  )
}

/** Parties that a field names, that are born, or that an effect writes on. */
export function concernedParties(definition: EventDefinition): readonly string[] {
  const written = new Set(
    definition.effects.filter(({ operation }) => operation !== 'keep').map(({ party }) => party),
  )
  return Object.entries(definition.parties)
    .filter(([party, source]) => 'field' in source || written.has(party))
    .map(([party]) => party)
}
