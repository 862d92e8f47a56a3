import type { Draft } from '../draft.ts'
import { saveOf } from '../saves.ts'
import type { Save } from '../saves.ts'
import type { LoggedUpdate } from '../store.ts'
import type { Written } from './update-service.ts'

export interface SaveFacts extends Pick<
  Save,
  'service' | 'code' | 'standsFor' | 'authority' | 'created' | 'renumbered'
> {
  /** The authority that established the facts. */
  readonly documentedBy: string
  /** Whom the update is about: everybody else gets a derived mark. */
  readonly subject: string
  /** Time stamp of the lines in the stream of updates. */
  readonly at: string
}

/** A draft as the change to keep: rows, what it takes to undo them, and a line per person. */
export function keep(draft: Draft, facts: SaveFacts): Written['change'] {
  const { service, code, standsFor, authority, created, renumbered } = facts
  const told = { service, code, standsFor, authority, created, ...(renumbered && { renumbered }) }
  return {
    people: draft.people(),
    saves: [saveOf(draft, told)],
    log: linesOf(draft, facts),
  }
}

function linesOf(draft: Draft, facts: SaveFacts): readonly LoggedUpdate[] {
  const { code, documentedBy, subject, at } = facts
  const changes = draft.changes().map(({ pnr, after }) => ({ pnr, derivedMark: after.derivedMark }))
  // A row that only ends keeps the mark of the event that wrote it: what the effect itself says comes first.
  const byPerson = Map.groupBy([...draft.told(), ...changes], ({ pnr }) => pnr)
  return [...byPerson].map(([pnr, marks]) => {
    const marked = marks.find(({ derivedMark }) => derivedMark !== null)
    const derivedMark = pnr === subject ? null : (marked?.derivedMark ?? null)
    return { pnr, timestamp: at, code: code ?? 'Z00', derivedMark, authority: documentedBy }
  })
}
