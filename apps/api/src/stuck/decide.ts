import { sql } from 'kysely'

import type { CaseView } from '../case-view.ts'
import { refuse } from '../errors.ts'
import { sendMessage } from '../procedures/case-orders.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import type { EvidenceView } from './evidence-view.ts'
import { readEvidence, showEvidence } from './read-evidence.ts'
import { requireNumber } from './require-number.ts'

export interface DecisionOrder {
  readonly caseId: string
  readonly expectedVersion: number
  readonly outcome: 'applied' | 'notApplied'
  readonly reason: string
  /** Why, although the evidence speaks for the other outcome. */
  readonly against?: string | undefined
  /** Whom the register gave a number, where no look has shown it. */
  readonly person?: string | undefined
  readonly idempotencyKey: string
}

/** Decides with the evidence in hand: against it, a second reason is asked for, and both stand in the journal. */
export async function decideCase(ctx: SignedIn, order: DecisionOrder): Promise<CaseView> {
  const { caseId, expectedVersion, idempotencyKey, outcome } = order
  const guarded = await getGuarded(ctx, caseId, 'cases.decide')
  // Of another version of the case it is a conflict, or an order that is repeated.
  if (guarded.record.version === expectedVersion) {
    refuseBare(order, await showEvidence(ctx, guarded))
    await requireNumber(ctx, order)
  }
  const message = { type: 'decide', outcome, reason: reasonOf(order) } as const
  const view = await sendMessage(ctx, { caseId, expectedVersion, idempotencyKey, message })
  await sql`delete from decision_proposals where case_id = ${caseId}`.execute(ctx.services.db)
  return view
}

/** Whoever may not decide says what they would; the next to look sees it beside the evidence. */
export async function proposeDecision(
  ctx: SignedIn,
  order: Omit<DecisionOrder, 'idempotencyKey' | 'person'>,
): Promise<EvidenceView> {
  const { caseId, expectedVersion, outcome, reason, against } = order
  const { services, actor } = ctx
  const guarded = await getGuarded(ctx, caseId, 'cases.proposeDecision')
  const { version } = guarded.record
  if (version !== expectedVersion) throw refuse('versionConflict', { version })
  const evidence = await showEvidence(ctx, guarded)
  if (!evidence.may.propose) throw refuse('nothingInDoubt')
  refuseBare(order, evidence)
  await services.db.transaction().execute(async (trx) => {
    await sql`
      insert into decision_proposals (case_id, version, outcome, reason, against, proposed_by, proposed_at)
      values (${caseId}, ${version}, ${outcome}, ${reason}, ${against ?? null}, ${actor.user},
        ${services.clock.realNow()})
      on conflict (case_id) do update set version = excluded.version, outcome = excluded.outcome,
        reason = excluded.reason, against = excluded.against, proposed_by = excluded.proposed_by,
        proposed_at = excluded.proposed_at`.execute(trx)
    const detail = { proposed: outcome, against: against !== undefined }
    await services.auditor.record(trx, {
      actor,
      action: 'case.proposeDecision',
      outcome: 'done',
      caseId,
      purpose: guarded.record.purpose,
      detail,
    })
  })
  return readEvidence(ctx, caseId)
}

function refuseBare(
  { outcome, against }: Pick<DecisionOrder, 'outcome' | 'against'>,
  evidence: EvidenceView,
): void {
  const isAgainst = evidence.supports !== null && evidence.supports !== outcome
  if (isAgainst && against === undefined) throw refuse('againstEvidence')
}

const reasonOf = ({ reason, against }: DecisionOrder): string =>
  against === undefined ? reason : `${reason} (imod det, CPR viser: ${against})`
