import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

/**
 * Which store this is, and since when. A failover begins another timeline, a restored copy another run of the server: as
 * long as all of it is the same, nothing that was committed can have gone.
 */
export async function readStoreIdentity(executor: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    select concat_ws('/', (select system_identifier from pg_control_system()),
      left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
      extract(epoch from pg_postmaster_start_time())) as identity`.execute(executor)
  return rows[0]?.identity ?? 'unknown'
}
