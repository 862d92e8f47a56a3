import type { EventDefinition } from '@sagsgang/events'
import { chartFingerprint } from '@sagsgang/machines'

const fingerprints = new Map<string, string>()

/** The fingerprint of an event's chart: worked out once, for a chart only changes with the product. */
export function chartVersionOf(definition: EventDefinition): string {
  const known = fingerprints.get(definition.id)
  if (known !== undefined) return known
  const fingerprint = chartFingerprint(definition)
  fingerprints.set(definition.id, fingerprint)
  return fingerprint
}
