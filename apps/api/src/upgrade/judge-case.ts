import { findDefinition } from '@sagsgang/events'
import {
  migrate,
  type Migration,
  migrationsFor,
  type Release,
  type Snapshot,
  SnapshotMismatch,
} from '@sagsgang/machines'

import { canonicalJson } from '../audit/canonical-json.ts'
import { chartIn, definitionHash } from '../engine/definition-hash.ts'
import type { JournalEntry } from '../engine/replay.ts'
import { fold } from '../engine/replay.ts'

/** A case as it was stored, by whichever version. */
export interface Kept {
  readonly caseId: string
  readonly event: string
  readonly definitionHash: string
  readonly machineVersion: number
  readonly snapshot: Snapshot
}

/** How a case goes on under this release. */
export type Verdict =
  /** It was made under this very chart. */
  | { readonly type: 'same' }
  /** Its journal, told to today's chart, leads to where it stands. */
  | { readonly type: 'replayed' }
  | { readonly type: 'migrated'; readonly steps: readonly Migration[]; readonly snapshot: Snapshot }
  /** Another process, of a newer version, has it. */
  | { readonly type: 'newer' }
  | { readonly type: 'lost'; readonly reason: string }

/** What can be said without the journal; undefined where it must be read. */
export function judgeKind(
  release: Release,
  { event, definitionHash: hash, machineVersion }: Omit<Kept, 'caseId' | 'snapshot'>,
): Extract<Verdict, { type: 'same' | 'newer' | 'lost' }> | undefined {
  if (machineVersion > release.version) return { type: 'newer' }
  if (!findDefinition(event)) return { type: 'lost', reason: 'the event is not in the catalogue' }
  return chartIn(hash) === chartIn(definitionHash(event)) ? { type: 'same' } : undefined
}

export function judgeCase(release: Release, kept: Kept, entries: readonly JournalEntry[]): Verdict {
  const known = judgeKind(release, kept)
  if (known) return known
  const steps = migrationsFor(release, kept.event, kept.machineVersion)
  if (!isReworded(steps, entries) && leadsThere(kept, entries)) return { type: 'replayed' }
  if (steps.length === 0) {
    return { type: 'lost', reason: 'its journal leads elsewhere, and no migration is known' }
  }
  return migrateCase(steps, kept)
}

/** A message that meant something else must not be told to today's chart, wherever it leads. */
function isReworded(steps: readonly Migration[], entries: readonly JournalEntry[]): boolean {
  const words = new Set<string>(steps.flatMap(({ reworded }) => reworded))
  return entries.some(({ message }) => words.has(message.type))
}

function leadsThere({ event, caseId, snapshot }: Kept, entries: readonly JournalEntry[]): boolean {
  try {
    return canonicalJson(fold({ event, caseId }, entries)) === canonicalJson(snapshot)
  } catch (error) {
    if (error instanceof SnapshotMismatch) return false
    throw error
  }
}

function migrateCase(steps: readonly Migration[], { event, snapshot }: Kept): Verdict {
  const definition = findDefinition(event)
  if (!definition) return { type: 'lost', reason: 'the event is not in the catalogue' }
  try {
    return { type: 'migrated', steps, snapshot: migrate(steps, definition, snapshot) }
  } catch (error) {
    return { type: 'lost', reason: error instanceof Error ? error.message : 'the migration broke' }
  }
}
