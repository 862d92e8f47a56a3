import { sql } from 'kysely'

import { refuse } from '../errors.ts'
import type { LostSubmissionView } from '../operations-view.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { listLost } from './list-lost.ts'

interface LostDecision {
  readonly id: string
  readonly outcome: 'applied' | 'notApplied'
  /** What says so: nobody but the register's owner can be asked, as there is no case. */
  readonly reason: string
}

/** Answers what is left to decide. Told twice, it is decided once. */
export async function decideLost(
  ctx: SignedIn,
  { id, outcome, reason }: LostDecision,
): Promise<readonly LostSubmissionView[]> {
  const { actor, services } = ctx
  await services.db.transaction().execute(async (trx) => {
    const { rows } = await sql<Lost>`
      select case_id as "caseId", service, dialogue, request_hash as "requestHash", outcome, decided_by as "decidedBy"
      from lost_submissions where id = ${id} and authority = ${actor.authority} for update`.execute(
      trx,
    )
    const [lost] = rows
    if (lost?.outcome === outcome && lost.decidedBy === actor.user) return
    if (lost?.outcome !== null) throw refuse('nothingInDoubt')
    await sql`
      update lost_submissions set decided_at = ${services.clock.realNow()}, decided_by = ${actor.user},
        outcome = ${outcome}, reason = ${reason} where id = ${id}`.execute(trx)
    const { caseId, service, dialogue, requestHash } = lost
    await services.auditor.record(trx, {
      actor,
      action: 'update.decideLost',
      outcome,
      caseId,
      purpose: reason,
      service,
      detail: { submission: id, dialogue, requestHash },
    })
  })
  return listLost(ctx)
}

interface Lost {
  readonly caseId: string
  readonly service: string
  readonly dialogue: string
  readonly requestHash: string
  readonly outcome: LostDecision['outcome'] | null
  readonly decidedBy: string | null
}
