import { catalogue, findDefinition } from '@sagsgang/events'
import type { Entity, EventDefinition } from '@sagsgang/events'

import type { Call } from './update-service.ts'

/** Which types of authority may use a service: those that report its event, and those it follows on for. */

/** The CPR office reaches every service. */
export const fullAccess = '39'

const reportersOf = (definition: EventDefinition): readonly string[] =>
  definition.reporters.flatMap(({ authorityType }) => authorityType ?? [])

const followOnsOf = (definition: EventDefinition): readonly EventDefinition[] =>
  definition.followOns.flatMap(({ target }) =>
    target.type === 'event' ? (findDefinition(target.event) ?? []) : [],
  )

/** Follow-ons open follow-ons of their own: the right goes along the whole chain. */
function eventsFor(type: string): ReadonlySet<EventDefinition> {
  const reached = new Set(catalogue.filter((one) => reportersOf(one).includes(type)))
  for (const definition of reached)
    for (const next of followOnsOf(definition)) if (next.kind.type === 'event') reached.add(next)
  return reached
}

const reachable = new Map<string, ReadonlySet<EventDefinition>>()

function eventsOf(type: string): ReadonlySet<EventDefinition> {
  const known = reachable.get(type)
  if (known !== undefined) return known
  const events = eventsFor(type)
  reachable.set(type, events)
  return events
}

/** Authorities of one type that give numbers, each for a purpose of its own. */
const issuers: Readonly<Record<string, string>> = {
  'PNRSKT-I': '0011',
  'PNRATP-I': '0012',
  'PNRADM-I': '0019',
}

type Reporter = Pick<Call, 'authority' | 'authorityType'>

export function mayReport(
  { authority, authorityType }: Reporter,
  definition: EventDefinition,
): boolean {
  if (authorityType === fullAccess) return true
  const issuer = issuers[definition.service]
  if (issuer !== undefined && authority !== issuer) return false
  return eventsOf(authorityType).has(definition)
}

/** Maintenance of the kinds of rows that its events write. */
export const mayMaintain = (type: string, entities: readonly Entity[]): boolean =>
  type === fullAccess ||
  [...eventsOf(type)].some((definition) =>
    definition.effects.some(({ entity }) => entities.includes(entity)),
  )
