import type { PersonView, RegisterView } from '@sagsgang/events'

import type { LogEntry } from './read-log.ts'

/** The child who has come to somebody since the case looked: by the save's own stamp, where the register logged one. */
export function newbornIn(seen: {
  readonly before: RegisterView
  readonly now: RegisterView
  readonly entry: LogEntry | undefined
}): string | undefined {
  const { before, now, entry } = seen
  for (const [pnr, person] of Object.entries(now.people)) {
    const known = new Set(childrenOf(before.people[pnr]).map((row) => row.columns['personnummer']))
    const fresh = childrenOf(person)
      .filter((row) => !known.has(row.columns['personnummer'] ?? null))
      .find((row) => entry === undefined || row.timestamp === entry.timestamp)
    const newborn = fresh?.columns['personnummer']
    if (newborn) return newborn
  }
  return undefined
}

function childrenOf(person: PersonView | null | undefined) {
  const rows = person?.rows ?? []
  return rows.filter(
    (row) =>
      row.entity === 'kinship' &&
      row.mark === null &&
      row.end === null &&
      row.columns['relation'] === 'child',
  )
}
