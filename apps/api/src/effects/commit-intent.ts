import type { PreparedSave } from '@sagsgang/gctp'

import { holdsLease } from '../engine/effect-queue.ts'
import type { EffectRun } from '../engine/ports.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { changesOf } from './expected.ts'
import { loggedAs, noteOutcome } from './note-outcome.ts'
import { subjectOf } from './read-back-subject.ts'
import type { LogEntry } from './read-log.ts'
import { beginSubmission, isBegun } from './submissions.ts'
import type { Intent } from './submissions.ts'

/** Everything that is settled before the call leaves. */
export interface Ready {
  readonly run: EffectRun<'save'>
  readonly ground: CaseGround
  readonly caller: Caller
  readonly prepared: PreparedSave
  readonly entriesBefore: readonly LogEntry[]
  readonly id: string
}

/** Whether the bytes may leave. `unsent`: nothing did, and `isWritten` says whether the store holds the intent. */
export type Clearance =
  | { readonly type: 'clear'; readonly intent: Intent }
  | { readonly type: 'sentBefore' }
  | { readonly type: 'unsent'; readonly reason: OutcomeReason; readonly isWritten: boolean }

const unwritten = (reason: OutcomeReason): Clearance => ({
  type: 'unsent',
  reason,
  isWritten: false,
})
const written = (reason: OutcomeReason): Clearance => ({ type: 'unsent', reason, isWritten: true })

/**
 * In this order alone: the intent in the store, the same in the submission log, and only then a last look whether this
 * worker still holds the lease for longer than the call may take. Whoever compares the log with a store that lost its last
 * commits finds the line of everything that left before.
 */
export async function clearToLeave(deps: EffectDeps, ready: Ready): Promise<Clearance> {
  const intent = intentOf(deps, ready)
  if (!(await deps.storeGuard.isCompared(deps.db))) await deps.storeGuard.look()
  const committed = await commitIntent(deps, ready, intent)
  if (committed === 'sentBefore') return { type: 'sentBefore' }
  if (committed !== 'committed') return unwritten(committed)
  const line = loggedAs(intent, { state: 'sending', at: intent.now })
  const isLogged = await deps.submissionLog.write(line).then(
    () => true,
    () => false,
  )
  if (!isLogged) return written('submissionLog')
  const reason = await heldBackBy(deps, intent)
  if (reason === null) return { type: 'clear', intent }
  await noteOutcome(deps, intent, 'unsent')
  return written(reason)
}

/** Whether the commit came through is read back where the store did not say: what is not there was never sent. */
async function commitIntent(
  deps: EffectDeps,
  ready: Ready,
  intent: Intent,
): Promise<'committed' | 'sentBefore' | 'store' | 'storeChanged'> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      if (!(await deps.storeGuard.isCompared(trx))) return 'storeChanged'
      if (!(await beginSubmission(trx, intent))) return 'sentBefore'
      await deps.auditor.record(trx, auditEntry(ready, 'update.intended', 'intended'))
      return 'committed'
    })
  } catch {
    return (await isBegun(deps.db, intent)) ? 'committed' : 'store'
  }
}

/** Null where nothing does: whoever is held back has been taken for dead, or acts for a store that is another by now. */
async function heldBackBy(deps: EffectDeps, intent: Intent): Promise<OutcomeReason | null> {
  try {
    if (!(await holdsLease(deps.db, intent))) return 'leaseLost'
    return (await deps.storeGuard.isCompared(deps.db)) ? null : 'storeChanged'
  } catch {
    return 'store'
  }
}

function intentOf(
  { clock }: Pick<EffectDeps, 'clock'>,
  { run, ground, prepared, entriesBefore, id }: Ready,
): Intent {
  const { report, attempt } = run.effect.payload
  return {
    id,
    caseId: run.case.id,
    effectId: run.effect.id,
    report,
    attempt,
    service: prepared.dialogue.service,
    authority: run.case.authority,
    actor: run.case.editedBy,
    requestHash: prepared.hash,
    dialogue: prepared.dialogue.timestamp,
    watermark: clock.registerNow(),
    entriesBefore,
    expected: changesOf(ground, report),
    fence: run.fence,
    now: clock.realNow(),
  }
}

export function auditEntry(
  { run, caller, prepared, ground }: Ready,
  action: string,
  outcome: string,
) {
  const { report, attempt } = run.effect.payload
  return {
    actor: caller.actor,
    action,
    outcome,
    caseId: run.case.id,
    pnr: subjectOf(ground, report)?.pnr ?? null,
    purpose: caller.purpose,
    service: prepared.dialogue.service,
    detail: { effect: run.effect.id, report, attempt, requestHash: prepared.hash },
  }
}
