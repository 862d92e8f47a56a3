import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import { realTimers } from '../edges.ts'
import { withPatience } from './patience.ts'

/** Empties the cases, in development only; the audit log stays, as it always does. */
export async function resetCases(db: Kysely<Database>): Promise<void> {
  // Steps under way hold some of the tables and want others: then one of us comes again.
  await withPatience(realTimers, () => truncate(db))
}

async function truncate(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`truncate cases, case_numbers, case_persons, journal, effects, person_turns, submissions,
      lost_submissions, forgotten_submissions, case_views, landings, gctp_messages, idempotency_keys, sign_ons, resume_runs
      restart identity cascade`.execute(trx)
    // The submission log still knows of them: this is no store that came back without its last commits.
    await sql`insert into forgotten_submissions (before) values (now())`.execute(trx)
  })
}
