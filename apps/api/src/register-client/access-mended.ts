import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Clock } from '../engine/ports.ts'

/**
 * Whoever resumes a case says that its trouble is over. The word stands in the journal, so that every process that works
 * hears it: after a refused password each of them keeps quiet, as the register locks a user who guesses.
 */
export function accessMended(
  db: Kysely<Database>,
  clock: Clock,
): (withinMs: number) => Promise<boolean> {
  return async (withinMs) => {
    const since = new Date(clock.realNow().getTime() - withinMs)
    const { rows } = await sql`
      select from journal where at > ${since} and message ->> 'type' = 'resume'
      union all
      -- Ordered, and about to be tried.
      select from resume_runs where ordered_at > ${since} and start_at <= now() and state = 'running'
      limit 1`
      .execute(db)
      .catch(() => ({ rows: [] })) // the database is away: nothing was said yet
    return rows.length > 0
  }
}
