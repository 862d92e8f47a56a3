import { findDefinition, type EventDefinition } from '@sagsgang/events'
import { chartFingerprint } from '@sagsgang/machines'

/** The definition of an event or a maintenance operation that a stored case names. */
export function definitionOf(event: string): EventDefinition {
  const definition = findDefinition(event)
  if (definition === undefined)
    throw new Error(`a case names "${event}", which the catalogue lacks`)
  return definition
}

/** `010190••••`: enough to recognise, too little to use. */
export function maskPnr(pnr: string): string {
  return `${pnr.slice(0, 6)}-••••`
}

const fingerprints = new Map<string, string>()

/** The fingerprint of an event's chart: worked out once, for a chart only changes with the product. */
export function chartVersionOf(definition: EventDefinition): string {
  const known = fingerprints.get(definition.id)
  if (known !== undefined) return known
  const fingerprint = chartFingerprint(definition)
  fingerprints.set(definition.id, fingerprint)
  return fingerprint
}
