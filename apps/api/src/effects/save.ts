import { personsOf } from '@sagsgang/events'
import type { PreparedSave, SaveAnswer } from '@sagsgang/gctp'

import type { SubmissionState } from '../database/schema.ts'
import type { Answer, EffectRun, Handled, Handler, Recording } from '../engine/ports.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import type { Caller } from '../register-client/register-port.ts'
import { writeRecords } from '../register-client/write-records.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { changesOf } from './expected.ts'
import { subjectOf } from './read-back-subject.ts'
import { readLog } from './read-log.ts'
import type { LogEntry } from './read-log.ts'
import { receiptFindings } from './receipt-findings.ts'
import { beginSubmission, latestSubmission, settleSubmission } from './submissions.ts'
import { updateOf } from './update-of.ts'

type SaveRun = EffectRun<'save'>

/** Everything that is settled before the call leaves. */
interface Ready {
  readonly run: SaveRun
  readonly ground: CaseGround
  readonly caller: Caller
  readonly prepared: PreparedSave
  readonly entriesBefore: readonly LogEntry[]
  readonly id: string
}

const unsent = (reason: string): Handled => ({
  type: 'answer',
  answer: { type: 'unsent', reason },
})

/**
 * The only call that changes the register. The intent is committed first, the bytes leave once, and whatever cannot be
 * told for certain is `unknown`: nothing here is ever tried again.
 */
export function saveHandler(deps: EffectDeps): Handler<'save'> {
  return async (run) => {
    const { dialogue } = run.case.snapshot.context
    if (!dialogue) return unsent('lapsed' satisfies OutcomeReason)
    const ground = groundOf(run.case, await storedView(deps.db, run.case), deps.clock)
    const caller = callerOf(run)
    const log = await readEntries(deps, caller, { ground, report: run.effect.payload.report })
    if (log.type !== 'read') return unsent(log.reason)
    const update = updateOf(ground, run.effect.payload.report)
    const prepared = deps.port.prepareSave(dialogue, update)
    const id = deps.chance.newId()
    const ready = { run, ground, caller, prepared, entriesBefore: log.entries, id }
    const intent = await commitIntent(deps, ready)
    if (intent === 'lost') return unsent('store' satisfies OutcomeReason)
    if (intent === 'sentBefore')
      return {
        type: 'answer',
        answer: { type: 'unknown', reason: 'sentBefore' satisfies OutcomeReason },
      }
    const { answer, exchanges } = await deps.port.save(prepared)
    const told = answerTo(answer, ready, deps)
    const record = recordOf(deps, ready, { answer, exchanges })
    return { type: 'answer', answer: told, record }
  }
}

/** Only entries that are new afterwards speak for the save. */
export async function readEntries(
  { port, clock }: Pick<EffectDeps, 'port' | 'clock'>,
  caller: Caller,
  of: { readonly ground: CaseGround; readonly report: number },
) {
  const subject = subjectOf(of.ground, of.report)
  if (!subject) return { type: 'read', entries: [] } as const
  const now = clock.registerNow()
  return readLog(port, caller, { pnr: subject.pnr, since: now, until: now })
}

/** Whether the commit came through is read back where the store did not say: what is not there was never sent. */
async function commitIntent(
  deps: EffectDeps,
  ready: Ready,
): Promise<'committed' | 'sentBefore' | 'lost'> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const began = await beginSubmission(trx, intentOf(deps, ready))
      if (!began) return 'sentBefore'
      await deps.auditor.record(trx, auditEntry(ready, 'update.intended', 'intended'))
      return 'committed'
    })
  } catch {
    const { run } = ready
    const of = { caseId: run.case.id, report: run.effect.payload.report }
    const written = await latestSubmission(deps.db, of)
    return written?.id === ready.id ? 'committed' : 'lost'
  }
}

function intentOf({ clock }: EffectDeps, { run, ground, prepared, entriesBefore, id }: Ready) {
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

function auditEntry({ run, caller, prepared, ground }: Ready, action: string, outcome: string) {
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

/** What a save came to, in the words of the case. */
export function answerTo(
  answer: SaveAnswer,
  { ground, run }: Pick<Ready, 'ground'> & { readonly run: Pick<SaveRun, 'case'> },
  { clock }: Pick<EffectDeps, 'clock'>,
): Answer {
  const { definition, facts } = ground
  if (answer.type === 'unsent' || answer.type === 'unknown') return answer
  if (answer.type === 'accepted') {
    if (answer.queued) return { type: 'queued' }
    const persons = personsOf(definition, facts.data, facts.view, answer.output)
    return { type: 'saved', output: answer.output, persons, acceptedOn: clock.today() }
  }
  const findings = receiptFindings(definition, answer.receipt)
  if (answer.type === 'refused') return { type: 'refused', findings }
  const { dialogue } = run.case.snapshot.context
  return { type: 'warned', findings, ...(dialogue && { dialogue }) }
}

const states = {
  accepted: 'confirmed',
  refused: 'refused',
  warned: 'warned',
  unsent: 'unsent',
  unknown: 'inDoubt',
} as const satisfies Record<SaveAnswer['type'], SubmissionState>

/** Outcome, receipt and audit row enter with the message that the outcome is. */
function recordOf(
  { auditor, clock }: EffectDeps,
  ready: Ready,
  { answer, exchanges }: Awaited<ReturnType<EffectDeps['port']['save']>>,
): Recording {
  const isAccepted = answer.type === 'accepted'
  const state = isAccepted && answer.queued ? 'waiting' : states[answer.type]
  const output = isAccepted ? answer.output : null
  return async (trx) => {
    await settleSubmission(trx, { id: ready.id, state, output, now: clock.realNow() })
    const entries = [auditor.toJson(auditEntry(ready, 'update.result', answer.type))]
    await writeRecords(trx, ready.caller, { entries, exchanges })
  }
}
