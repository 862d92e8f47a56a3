import type { Landing } from '@sagsgang/machines'
import { sql, type Transaction } from 'kysely'

import type { CaseView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import type { Stepped } from '../engine/ports.ts'
import { refuse } from '../errors.ts'
import { showCase } from '../procedures/case-orders.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import { getStepped } from '../procedures/stepped.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import type { ApprovalInput } from './inputs.ts'
import { findLanding, type LandingRow, whyNotApprove } from './landing-row.ts'

/** The second person: the case is moved, and its journal names both. */
export async function approveLanding(ctx: SignedIn, order: ApprovalInput): Promise<CaseView> {
  await getGuarded(ctx, order.caseId, 'cases.approveLanding')
  const { actor, services } = ctx
  const row = await findLanding(services.db, order)
  if (!row) throw refuse('landingNotFound')
  // Asked again by whoever approved it, the key says whether this is the same order.
  const isAgain = row.state === 'approved' && row.decidedBy === actor.user
  const reason = isAgain ? undefined : whyNotApprove(row, actor, services.clock.realNow())
  if (reason !== undefined) throw refuse(reason)
  const message: Landing = {
    type: 'land',
    to: row.place,
    reason: row.reason,
    proposedBy: row.proposedBy,
    approvedBy: actor.user,
  }
  const stepped = await services.engine.send({
    caseId: row.caseId,
    message,
    actor,
    expectedVersion: row.caseVersion,
    idempotencyKey: order.idempotencyKey,
    record: (trx) => settle(trx, ctx, row),
  })
  return showCase(ctx, getStepped(inWordsOfLanding(stepped)).id)
}

/** With the step or not at all; whoever was faster has decided. */
async function settle(trx: Transaction<Database>, ctx: SignedIn, row: LandingRow): Promise<void> {
  const now = ctx.services.clock.realNow()
  const { rows } = await sql`
    update landings set state = 'approved', decided_by = ${ctx.actor.user}, decided_at = ${now}
    where id = ${row.id} and state = 'open' and expires_at > ${now} and payload_hash = ${row.payloadHash}
    returning 1`.execute(trx)
  if (rows.length !== 1) throw refuse('landingVoid')
  if (row.place === 'deciding') await leaveInDoubt(trx, row.caseId)
  await ctx.services.auditor.record(trx, {
    actor: ctx.actor,
    action: 'landing.approve',
    outcome: 'done',
    caseId: row.caseId,
    purpose: row.reason,
    detail: { to: row.place, proposedBy: row.proposedBy },
  })
}

/** Nobody waits for the register's answer any more: what was sent is a person's to settle. */
async function leaveInDoubt(trx: Transaction<Database>, caseId: string): Promise<void> {
  await trx
    .updateTable('submissions')
    .set({ state: 'inDoubt' })
    .where('case_id', '=', caseId)
    .where('state', 'in', ['sending', 'waiting'])
    .execute()
}

function inWordsOfLanding(stepped: Stepped): Stepped {
  if (stepped.type !== 'refused') return stepped
  if (stepped.reason === 'versionConflict') throw refuse('landingVoid')
  if (stepped.reason === 'commandNotAllowed') throw refuse('landingNotSafe')
  return stepped
}
