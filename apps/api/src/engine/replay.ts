import { getDefinition } from '@sagsgang/events'
import { advance, type Message, open, type Snapshot } from '@sagsgang/machines'
import type { Kysely } from 'kysely'

import type { Database, OpenedEntry } from '../database/schema.ts'

/** The case as its journal leaves it after `seq`, or after all of it. */
export async function replay(
  db: Kysely<Database>,
  caseId: string,
  seq: number | null,
): Promise<Snapshot | undefined> {
  const stored = await db
    .selectFrom('cases')
    .select('event')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (!stored) return undefined
  const entries = await db
    .selectFrom('journal')
    .select(['seq', 'message'])
    .where('case_id', '=', caseId)
    .$if(seq !== null, (query) => query.where('seq', '<=', seq))
    .orderBy('seq')
    .execute()
  if (seq !== null && entries.at(-1)?.seq !== seq) return undefined
  return fold({ event: stored.event, caseId }, entries)
}

type Entry = { readonly message: Message | OpenedEntry }

export interface Folding {
  readonly event: string
  readonly caseId: string
  /** Where the entries before these led. */
  readonly from?: Snapshot | undefined
}

/** Where these entries lead; undefined where they do not begin with an opening. */
export function fold(
  { event, caseId, from }: Folding,
  entries: readonly Entry[],
): Snapshot | undefined {
  const definition = getDefinition(event)
  let snapshot = from
  for (const { message } of entries) {
    if (message.type === 'open') {
      const { type: _type, ...input } = message
      snapshot = open(definition, { ...input, caseId }).snapshot
    } else if (snapshot) {
      snapshot = advance(definition, snapshot, message).snapshot
    }
  }
  return snapshot
}
