import { placeOf } from '@sagsgang/machines'
import { sql } from 'kysely'

import { groundOf, storedView } from '../effects/case-facts.ts'
import { gatherEvidence } from '../effects/gather-evidence.ts'
import { isInAnotherCase, latestSubmission } from '../effects/submissions.ts'
import { findCase } from '../engine/case-row.ts'
import { refuse, refuseUnread } from '../errors.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import type { EvidenceView } from './evidence-view.ts'
import { keepEvidence } from './keep-evidence.ts'
import { mostLooks, showEvidence } from './read-evidence.ts'

/** Asks the register anew, on behalf of who asks: audited, paid for and counted. What the case does is not touched. */
export async function refreshEvidence(
  ctx: SignedIn,
  { caseId, purpose }: { readonly caseId: string; readonly purpose: string },
): Promise<EvidenceView> {
  const { services, actor } = ctx
  const { db, clock, register } = services
  const guarded = await getGuarded(ctx, caseId, 'register.read')
  const stored = await findCase(db, caseId)
  const report = guarded.record.snapshot.context.report
  const submission = await latestSubmission(db, { caseId, report })
  if (stored === undefined || submission === undefined || guarded.record.status !== 'inDoubt')
    throw refuse('nothingInDoubt')
  if (!services.lookUps.take(actor.user)) throw refuse('lookUpLimit')
  const isOver = placeOf(guarded.record.snapshot) === 'deciding'
  const over = (await takeLook(ctx, submission.id)) || isOver
  const ground = groundOf(stored, await storedView(db, stored), clock)
  const caller = { actor, purpose, caseId, effectId: null }
  const isTaken = (pnr: string) => isInAnotherCase(db, caseId, pnr)
  const doubt = { ground, submission, caller, over, isTaken }
  const keeping = { caseId, at: clock.realNow(), isAsked: true }
  const found = await gatherEvidence(
    { port: register, clock },
    { ...doubt, onSeen: (seen) => keepEvidence(db, doubt, { seen, keeping }) },
  )
  if (found.type === 'notRead') throw refuseUnread(found.reason)
  return showEvidence(ctx, guarded)
}

/** Absence counts as soon as it once did: time only goes on. */
async function takeLook({ services: { db } }: SignedIn, submissionId: string): Promise<boolean> {
  const { rows } = await sql<{ asked: number; final: boolean }>`
    select asked, final from evidence where submission_id = ${submissionId}`.execute(db)
  const [last] = rows
  if (last !== undefined && last.asked >= mostLooks) throw refuse('lookUpLimit')
  return last?.final ?? false
}
