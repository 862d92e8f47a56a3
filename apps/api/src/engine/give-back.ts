import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Held } from './effect-queue.ts'

/**
 * A step whose commit went unanswered may stand, and then it has taken on for this worker what the case asks for next, of
 * which nobody here knows. Whether it stands is told by the effect that it answered, done under this worker's number; what
 * it took on begins anew then, and waits for no lease to run out. What has gone on since is left alone.
 */
export async function giveBackTaken(
  db: Kysely<Database>,
  worker: string,
  { caseId, effect, fence }: Held,
): Promise<boolean> {
  const { rows } = await sql`
    with step as (
      select case_id, seq, at from journal
      where case_id = ${caseId} and message ->> 'effect' = ${effect.id} and exists (
        select from effects where case_id = ${caseId} and effect_id = ${effect.id} and fence = ${fence} and state = 'done')
    ), asked as (
      select asks ->> 'id' as effect_id from step
      join journal entry on entry.case_id = step.case_id and entry.seq >= step.seq and entry.at = step.at
      cross join lateral jsonb_array_elements(entry.effects) as asks
    )
    update effects set lease_until = null, attempts = 0 from asked
    where effects.case_id = ${caseId} and effects.effect_id = asked.effect_id and worker = ${worker}
      and state = 'open' and lease_until is not null and attempts = 1 and losses = 0
    returning 1`.execute(db)
  return rows.length > 0
}
