import type { Drift } from '@sagsgang/gctp'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'

/** A way in which the answers of a service differ, and how often it was met. */
export interface MetDrift extends Drift {
  readonly service: string
  readonly count: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** What is kept; what was met longest ago goes first. */
const mostKept = 1_000

/** In one order, so that processes that write at the same time do not wait for each other in a ring. */
export async function writeDrift(
  db: Kysely<Database>,
  met: readonly MetDrift[],
  most = mostKept,
): Promise<void> {
  await sql`
    insert into drift (service, type, place, sample, count, first_at, last_at)
    select service, type, place, sample, count, "firstAt", "lastAt"
    from jsonb_to_recordset(${JSON.stringify(met)}::jsonb) as met (
      service text, type text, place text, sample text, count bigint,
      "firstAt" timestamptz, "lastAt" timestamptz
    )
    order by service, type, place
    on conflict (service, type, place) do update set
      sample = excluded.sample,
      count = drift.count + excluded.count,
      first_at = least(drift.first_at, excluded.first_at),
      last_at = greatest(drift.last_at, excluded.last_at)`.execute(db)
  await sql`
    delete from drift where (service, type, place) in (
      select service, type, place from drift
      order by last_at desc, service, type, place offset ${most}
    )`.execute(db)
}
