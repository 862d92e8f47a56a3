import { authorize, type Action, type Sight } from '../access/authorize.ts'
import type { Actor } from '../engine/ports.ts'
import { refuse } from '../errors.ts'
import { findCaseRecord, type CaseRecord } from './case-record.ts'
import type { Services } from './context.ts'

export interface GuardedCase {
  readonly record: CaseRecord
  readonly sight: Sight
}

interface Asking {
  readonly services: Services
  readonly actor: Actor
}

/** The case, if it exists for who asks; an attempt at somebody else's is written down. */
export async function getGuarded(
  { services, actor }: Asking,
  caseId: string,
  /** Some actions take another right on another kind of case. */
  asked: Action | ((record: CaseRecord) => Action),
): Promise<GuardedCase> {
  const record = await findCaseRecord(services.db, caseId)
  if (record === undefined) throw refuse('caseNotFound')
  const action = typeof asked === 'function' ? asked(record) : asked
  const verdict = authorize(actor, action, record)
  if (verdict.type === 'allowed') return { record, sight: verdict.sight }
  await auditDenied(services, actor, { caseId, action, outcome: verdict.reason })
  throw refuse(verdict.reason)
}

async function auditDenied(
  { auditor, db }: Services,
  actor: Actor,
  { caseId, action, outcome }: { caseId: string; action: Action; outcome: string },
): Promise<void> {
  await auditor.record(db, {
    actor,
    action: 'access.denied',
    caseId,
    outcome,
    detail: { asked: action },
  })
}
