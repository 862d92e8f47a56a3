import { sql } from 'kysely'

import { toMoment } from '../database/moment.ts'
import type { LostSubmissionView } from '../operations-view.ts'
import type { SignedIn } from '../procedures/trpc.ts'

const mostShown = 200

/** Left for somebody to decide: there is no case that could ask the register. */
export async function listLost(ctx: SignedIn): Promise<readonly LostSubmissionView[]> {
  const { rows } = await sql<LostSubmissionView>`
    select id, case_id as "caseId", service, request_hash as "requestHash", dialogue, logged_state as state,
      ${toMoment(sql`logged_at`)} as "sentAt", ${toMoment(sql`found_at`)} as "foundAt"
    from lost_submissions where authority = ${ctx.actor.authority} and decided_at is null
    order by logged_at, id limit ${mostShown}`.execute(ctx.services.db)
  return rows
}
