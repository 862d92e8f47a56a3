import { sql, type Transaction } from 'kysely'

import type { LandingView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import { refuse } from '../errors.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import type { RejectionInput } from './inputs.ts'
import { findLanding, type LandingRow, toLandingView } from './landing-row.ts'

/** A senior turns it down, or whoever proposed it takes it back. Nothing moves. */
export async function rejectLanding(ctx: SignedIn, order: RejectionInput): Promise<LandingView> {
  await getGuarded(ctx, order.caseId, 'cases.rejectLanding')
  const { actor, services } = ctx
  const row = await findLanding(services.db, order)
  if (!row) throw refuse('landingNotFound')
  if (actor.role !== 'senior' && row.proposedBy !== actor.user) throw refuse('roleNotAllowed')
  const isAgain = row.state === 'rejected' && row.decidedBy === actor.user
  if (!isAgain) await services.db.transaction().execute((trx) => reject(trx, ctx, { row, order }))
  const rejected = (await findLanding(services.db, order)) ?? row
  return toLandingView(rejected, actor, services.clock.realNow())
}

async function reject(
  trx: Transaction<Database>,
  { actor, services }: SignedIn,
  { row, order }: { readonly row: LandingRow; readonly order: RejectionInput },
): Promise<void> {
  const { rows } = await sql`
    update landings set state = 'rejected', decided_by = ${actor.user},
      decided_at = ${services.clock.realNow()}, rejection = ${order.reason}
    where id = ${row.id} and state = 'open' returning 1`.execute(trx)
  if (rows.length !== 1) throw refuse('landingVoid')
  await services.auditor.record(trx, {
    actor,
    action: 'landing.reject',
    outcome: 'done',
    caseId: row.caseId,
    purpose: order.reason,
    detail: { to: row.place, proposedBy: row.proposedBy },
  })
}
