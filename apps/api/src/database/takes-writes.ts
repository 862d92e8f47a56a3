import { type Kysely, sql } from 'kysely'

import type { Database } from './schema.ts'

/** Whether the store answers, has our tables and can be written to: a copy of it is of no use. */
export async function takesWrites(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ writable: boolean }>`
    select current_setting('transaction_read_only') = 'off' as writable from migrations limit 1`
    .execute(db)
    .catch(() => ({ rows: [] }))
  return rows[0]?.writable ?? false
}
