import { findDefinition } from '@sagsgang/events'
import type { Kysely } from 'kysely'

import { canonicalJson } from '../audit/canonical-json.ts'
import type { Database } from '../database/schema.ts'
import { StartRefused } from '../start/start-refused.ts'
import { definitionHash } from './definition-hash.ts'
import { replay } from './replay.ts'

const ENDED = ['withdrawn', 'undone'] as const

/**
 * Cases made under another chart or definition go on under this one when their journal, played again, leads to the very
 * snapshot they stand at. Otherwise the start is refused: a case is never moved by rules that cannot explain it.
 */
export async function adoptCases(db: Kysely<Database>): Promise<void> {
  const kinds = await db
    .selectFrom('cases')
    .select(['event', 'definition_hash'])
    .where('status', 'not in', ENDED)
    .distinct()
    .execute()
  for (const { event, definition_hash: hash } of kinds) {
    if (!findDefinition(event)) throw refusal(event)
    if (definitionHash(event) !== hash) await adopt(db, event, hash)
  }
}

async function adopt(db: Kysely<Database>, event: string, hash: string): Promise<void> {
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'snapshot'])
    .where('event', '=', event)
    .where('definition_hash', '=', hash)
    .where('status', 'not in', ENDED)
    .execute()
  for (const { id, snapshot } of cases) {
    const played = await replay(db, id, null)
    if (canonicalJson(played) !== canonicalJson(snapshot)) throw refusal(event)
  }
  await db
    .updateTable('cases')
    .set({ definition_hash: definitionHash(event) })
    .where('event', '=', event)
    .where('definition_hash', '=', hash)
    .execute()
}

function refusal(event: string): StartRefused {
  return new StartRefused(
    `open cases of "${event}" were made by another version and need a migration: start that version, or set DATA_DIR to another directory`,
    1,
  )
}
