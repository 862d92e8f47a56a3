import type { Fields } from '@sagsgang/gctp'

import type { EventDefinition } from '../define-event.ts'
import type { Reads } from '../register-view.ts'
import { lookupServices } from './lookup-services.ts'
import { serviceShowing, wireTables } from './wire-tables.ts'

/** One lookup to make, and what its answer is about. */
export interface Query {
  readonly of: 'person' | 'road' | 'household'
  /** The personnummer, or the key of the road or address. */
  readonly subject: string
  readonly service: string
  readonly keys: Fields
}

const byPerson = new Set(wireTables.map((table) => table.service))

/** The lookups that show everything an event needs to know of a person, base data first. */
export function servicesFor(definition: EventDefinition): readonly string[] {
  const named = definition.lookups.flatMap((lookup) => lookupServices[lookup] ?? [])
  const written = definition.effects.map((effect) => serviceShowing(effect.entity))
  const services = ['STAM', ...named, ...written.flatMap((service) => service ?? []), 'BESKYT1']
  return [...new Set(services.filter((service) => byPerson.has(service)))]
}

/** The lookups by which everything that is missing can be read. */
export function queriesFor(definition: EventDefinition, reads: Reads): readonly Query[] {
  const services = servicesFor(definition)
  const people = reads.people.flatMap((subject) =>
    services.map((service): Query => personQuery(service, subject)),
  )
  return [...people, ...reads.roads.map(roadQuery), ...reads.households.map(householdQuery)]
}

function personQuery(service: string, subject: string): Query {
  const keys = service === 'STAM' ? { PNR: subject } : { PNR: subject, AKX: 'X' }
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
    MAXA: '0200',
  }
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== ''))
  return { of: 'household', subject, service: 'ADRSOG1', keys: given }
}
