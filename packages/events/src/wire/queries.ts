import type { Fields } from '@sagsgang/gctp'

import type { EventDefinition } from '../define-event.ts'
import { searchKey } from '../register-view.ts'
import type { PersonSearch, Reads } from '../register-view.ts'
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
  const services = ['STAM', ...named, ...written, ...seen, 'BESKYT1']
  return [...new Set(services.filter((service) => byPerson.has(service)))]
}

/** The lookups by which everything that is missing can be read. */
export function queriesFor(definition: EventDefinition, reads: Reads): readonly Query[] {
  const services = servicesFor(definition)
  const people = reads.people.flatMap((subject) =>
    services.map((service): Query => personQuery(service, subject)),
  )
  return [
    ...people,
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
