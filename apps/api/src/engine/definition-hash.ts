import { createHash } from 'node:crypto'

import { getDefinition } from '@sagsgang/events'
import { chartFingerprint } from '@sagsgang/machines'

const hashes = new Map<string, string>()

/** What a stored snapshot was made under: the chart, and the names that its data and findings go by. */
export function definitionHash(event: string): string {
  const known = hashes.get(event)
  if (known) return known
  const definition = getDefinition(event)
  const names = {
    chart: chartFingerprint(definition),
    fields: definition.fields.map(({ name }) => name),
    rules: definition.rules.map(({ id }) => id),
    followOns: definition.followOns.map(({ key }) => key),
  }
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  hashes.set(event, hash)
  return hash
}
