import { createHash } from 'node:crypto'

import { getDefinition } from '@sagsgang/events'
import { chartFingerprint, type Release } from '@sagsgang/machines'

import type { StoredCase } from './ports.ts'

const hashes = new Map<string, string>()

/** What a stored snapshot was made under: the chart, a dot, and the names that its data and findings go by. */
export function definitionHash(event: string): string {
  const known = hashes.get(event)
  if (known) return known
  const definition = getDefinition(event)
  const names = {
    fields: definition.fields.map(({ name }) => name),
    rules: definition.rules.map(({ id }) => id),
    followOns: definition.followOns.map(({ key }) => key),
  }
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16)
  const hash = `${chartFingerprint(definition)}.${digest}`
  hashes.set(event, hash)
  return hash
}

/** The chart's part: names may change without changing where a journal leads. */
export function chartIn(hash: string): string {
  return hash.split('.', 1)[0] ?? hash
}

/** Whether this version's chart made it; a case of another is adopted first, under a lock. */
export function isOurs(
  { version }: Pick<Release, 'version'>,
  { event, definitionHash: hash, machineVersion }: StoredCase,
): boolean {
  return machineVersion <= version && chartIn(hash) === chartIn(definitionHash(event))
}
