import type { Fields } from '@sagsgang/gctp'

import type { EventDefinition } from '../define-event.ts'
import { searchKey } from '../register-view.ts'
import type { PersonSearch, Reads } from '../register-view.ts'
import { weightyKinds } from '../undo.ts'
import { lookedAt } from './looked-at.ts'
import { lookupServices } from './lookup-services.ts'
import { servicesShowing, wireTables, wireTablesOf } from './wire-tables.ts'

/** One lookup to make, and what its answer is about. */
export interface Query {
  readonly of: 'person' | 'road' | 'household' | 'search'
  /** The personnummer, or the key of the road, address or search. */
  readonly subject: string
  readonly service: string
  readonly keys: Fields
}

/** Rows wanted at a time; the rest is asked for. */
const most = '0200'

const byPerson = new Set(wireTables.map((table) => table.service))

/** The lookups that show everything an event needs to know of a person, base data first. */
export function servicesFor(definition: EventDefinition): readonly string[] {
  const named = definition.lookups.flatMap((lookup) => lookupServices[lookup] ?? [])
  const written = definition.effects.flatMap(({ entity, set = {} }) =>
    servicesShowing(entity, Object.keys(set)),
  )
  const seen = lookedAt(definition).flatMap(({ entity, columns }) =>
    servicesShowing(entity, columns),
  )
  // A number that is revived has rows of every kind again.
  const isRevived = definition.effects.some(({ operation }) => operation === 'reopen')
  const revived = isRevived ? [...byPerson] : []
  const services = ['STAM', ...named, ...written, ...seen, ...revived, 'BESKYT1']
  return [...new Set(services.filter((service) => byPerson.has(service)))]
}

/**
 * Those that show what an event wrote, what its people are found by, and what may stand in the way of its undo. A number that it
 * gave may bear anything.
 */
function servicesToUndo(definition: EventDefinition): readonly string[] {
  const { effects, kind, undo } = definition
  if (kind.type === 'maintenance') return servicesFor(definition)
  const written = effects.flatMap(({ entity, set = {} }) =>
    servicesShowing(entity, Object.keys(set)),
  )
  const seen = lookedAt(definition).flatMap(({ entity, columns }) =>
    servicesShowing(entity, columns),
  )
  const givesNumber = effects.some(({ operation }) => operation === 'create')
  const kinds = [
    ...undo.steps.map(({ entity }) => entity),
    ...undo.blockers.flatMap((blocker) => blocker.kinds),
    ...(givesNumber ? weightyKinds : []),
  ]
  const named = kinds.flatMap((entity) => servicesShowing(entity, []))
  const revived = effects.some(({ operation }) => operation === 'reopen') ? [...byPerson] : []
  const services = ['STAM', ...written, ...seen, ...named, ...revived]
  return [...new Set(services.filter((service) => byPerson.has(service)))]
}

/** The lookups on these people by which an undo is planned. */
export function undoQueries(
  definition: EventDefinition,
  people: readonly string[],
): readonly Query[] {
  return queriesOn(people, servicesToUndo(definition))
}

/** The lookups that show everything there is to see of these people. */
export function wholeQueries(people: readonly string[]): readonly Query[] {
  return queriesOn(people, ['STAM', ...[...byPerson].filter((service) => service !== 'STAM')])
}

function queriesOn(people: readonly string[], services: readonly string[]): readonly Query[] {
  return people.flatMap((subject) => services.map((service) => personQuery(service, subject)))
}

/** The lookups by which everything that is missing can be read. */
export function queriesFor(definition: EventDefinition, reads: Reads): readonly Query[] {
  return [
    ...queriesOn(reads.people, servicesFor(definition)),
    ...reads.roads.map(roadQuery),
    ...reads.households.map(householdQuery),
    ...reads.searches.map(searchQuery),
  ]
}

/** With corrected and undone rows, where the service has such. */
export function personQuery(service: string, subject: string): Query {
  const hasHistory = wireTablesOf(service).some(({ end }) => end !== null)
  const keys = hasHistory ? { PNR: subject, AKX: 'X' } : { PNR: subject }
  return { of: 'person', subject, service, keys }
}

function roadQuery(subject: string): Query {
  const [municipality = '', road = ''] = subject.split('-')
  return { of: 'road', subject, service: 'VEJ1', keys: { KOMKOD: municipality, VEJKOD: road } }
}

function householdQuery(subject: string): Query {
  const [municipality = '', road = '', house = '', floor = '', door = '', building = ''] =
    subject.split('-')
  const keys = {
    KOMK: municipality,
    VEJK: road,
    HNR: house,
    ETAG: floor,
    SIDO: door,
    BNR: building,
    MAXA: most,
  }
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== ''))
  return { of: 'household', subject, service: 'ADRSOG1', keys: given }
}

function searchQuery(search: PersonSearch): Query {
  const keys = { FODT: search.birthDate, KON: search.sex, MAXA: most }
  return { of: 'search', subject: searchKey(search), service: 'FODSOG1', keys }
}
