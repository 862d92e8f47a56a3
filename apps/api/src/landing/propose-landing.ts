import { getDefinition } from '@sagsgang/events'
import { landingsOf } from '@sagsgang/machines'
import { sql, type Transaction } from 'kysely'

import type { LandingView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import { lockCase } from '../engine/case-row.ts'
import { hashOfBody, keyOwner, takeKey } from '../engine/idempotency.ts'
import type { StoredCase } from '../engine/ports.ts'
import { refuse } from '../errors.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { readable } from '../upgrade/readable.ts'
import type { ProposalInput } from './inputs.ts'
import { latestLanding, payloadHash, toLandingView } from './landing-row.ts'

// Longer, and nobody remembers what they saw.
const HOURS = 24

/** One person says that a case is to be moved by hand, and why; nothing moves yet. */
export async function proposeLanding(ctx: SignedIn, order: ProposalInput): Promise<LandingView> {
  await getGuarded(ctx, order.caseId, 'cases.proposeLanding')
  const { db, clock } = ctx.services
  await db.transaction().execute((trx) => proposeIn(trx, ctx, order))
  const row = await latestLanding(db, order.caseId)
  if (!row) throw refuse('landingNotFound')
  return toLandingView(row, ctx.actor, clock.realNow())
}

async function proposeIn(
  trx: Transaction<Database>,
  ctx: SignedIn,
  { caseId, to, reason, idempotencyKey: key }: ProposalInput,
): Promise<void> {
  const { actor, services } = ctx
  const now = services.clock.realNow()
  const body = { proposeLanding: { caseId, to, reason } }
  const use = await takeKey(trx, { actor, key, body, caseId, now })
  if (use.type === 'otherBody') throw refuse('idempotencyKeyReused')
  if (use.type === 'again') return
  const locked = await lockCase(trx, caseId)
  if (!locked) throw refuse('caseNotFound')
  const stored = readable(locked)
  const places = landingsOf(getDefinition(stored.event), stored.snapshot)
  if (!places.some((one) => one.to === to && one.allowed)) throw refuse('landingNotSafe')
  await makeRoom(trx, stored, now)
  await insert(trx, ctx, { stored, to, reason, key, now })
  await services.auditor.record(trx, {
    actor,
    action: 'landing.propose',
    outcome: 'done',
    caseId,
    purpose: reason,
    detail: { to, version: stored.version },
  })
}

/** What was proposed for another version, or too long ago, stands in nobody's way. */
async function makeRoom(trx: Transaction<Database>, stored: StoredCase, now: Date): Promise<void> {
  await sql`
    update landings set state = 'void', decided_at = ${now}
    where case_id = ${stored.id} and state = 'open'
      and (case_version <> ${stored.version} or expires_at <= ${now})`.execute(trx)
  const open = await trx
    .selectFrom('landings')
    .select('id')
    .where('case_id', '=', stored.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open) throw refuse('landingPending')
}

interface Proposal extends Pick<ProposalInput, 'to' | 'reason'> {
  readonly stored: StoredCase
  readonly key: string
  readonly now: Date
}

async function insert(
  trx: Transaction<Database>,
  { actor }: SignedIn,
  { stored, to, reason, key, now }: Proposal,
): Promise<void> {
  const proposed = { caseId: stored.id, caseVersion: stored.version, place: to, reason }
  await trx
    .insertInto('landings')
    .values({
      id: hashOfBody({ ...proposed, actor: keyOwner(actor), key }).slice(0, 32),
      case_id: stored.id,
      authority: stored.authority,
      place: to,
      reason,
      case_version: stored.version,
      payload_hash: payloadHash(proposed),
      proposed_by: actor.user,
      proposed_at: now,
      expires_at: new Date(now.getTime() + HOURS * 3_600_000),
      decided_by: null,
      decided_at: null,
      rejection: null,
    })
    .execute()
}
