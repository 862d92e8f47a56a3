import { getDefinition } from '@sagsgang/events'
import {
  advance,
  currentRelease,
  type Message,
  migrationsFor,
  open,
  type Release,
  type Snapshot,
} from '@sagsgang/machines'
import type { Kysely } from 'kysely'

import type { Database, MigratedEntry, OpenedEntry } from '../database/schema.ts'
import { foldAsTold } from '../upgrade/fold-as-told.ts'

/** The case as its journal leaves it after `seq`, or after all of it. */
export async function replay(
  db: Kysely<Database>,
  caseId: string,
  seq: number | null,
  release: Release = currentRelease,
): Promise<Snapshot | undefined> {
  const stored = await db
    .selectFrom('cases')
    .select('event')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (!stored) return undefined
  const entries = await db
    .selectFrom('journal')
    .select(['seq', 'message', 'state'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  const told = seq === null ? entries : entries.slice(0, seq)
  if (told.length === 0 || (seq !== null && told.at(-1)?.seq !== seq)) return undefined
  const folding = { event: stored.event, caseId }
  const migrated = entries.slice(told.length).find(isMigrated)
  if (!migrated) return fold(folding, told)
  return foldAsTold(folding, told, migrationsFor(release, stored.event, migrated.message.from))
}

export interface JournalEntry {
  readonly message: Message | OpenedEntry | MigratedEntry
}

function isMigrated<E extends JournalEntry>(entry: E): entry is E & { message: MigratedEntry } {
  return entry.message.type === 'migrated'
}

export interface Folding {
  readonly event: string
  readonly caseId: string
  /** Where the entries before these led. */
  readonly from?: Snapshot | undefined
}

/**
 * Where these entries lead; undefined where they do not begin with an opening. What was told to an earlier version lies behind
 * the entry that says what came of it, and is not told again.
 */
export function fold(
  { event, caseId, from }: Folding,
  entries: readonly JournalEntry[],
): Snapshot | undefined {
  const definition = getDefinition(event)
  const start = entries.findLastIndex(isMigrated)
  let snapshot = from
  for (const { message } of entries.slice(Math.max(start, 0))) {
    if (message.type === 'open') {
      const { type: _type, ...input } = message
      snapshot = open(definition, { ...input, caseId }).snapshot
    } else if (message.type === 'migrated') {
      snapshot = message.snapshot
    } else if (snapshot) {
      snapshot = advance(definition, snapshot, message).snapshot
    }
  }
  return snapshot
}
