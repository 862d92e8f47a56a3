import { personsOf } from '@sagsgang/events'
import type { SaveAnswer } from '@sagsgang/gctp'

import type { SubmissionState } from '../database/submission-tables.ts'
import type { Answer, EffectRun, Handled, Handler, Recording } from '../engine/ports.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import type { Caller } from '../register-client/register-port.ts'
import { writeRecords } from '../register-client/write-records.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import { auditEntry, clearToLeave } from './commit-intent.ts'
import type { Clearance, Ready } from './commit-intent.ts'
import type { EffectDeps } from './deps.ts'
import { endLeftOpen, entriesBeforeFirst } from './end-conversation.ts'
import type { Settled } from './end-conversation.ts'
import { meetLost } from './lost-submissions.ts'
import { noteOutcome } from './note-outcome.ts'
import { subjectOf } from './read-back-subject.ts'
import { firstLook } from './read-back.ts'
import { readLog } from './read-log.ts'
import { receiptFindings } from './receipt-findings.ts'
import { hastenSettling, isInDoubt, settleSubmission } from './submissions.ts'
import { updateOf } from './update-of.ts'

type SaveRun = EffectRun<'save'>

const unsent = (reason: string): Handled => ({
  type: 'answer',
  answer: { type: 'unsent', reason },
})

const sentBefore: Handled = {
  type: 'answer',
  answer: { type: 'unknown', reason: 'sentBefore' satisfies OutcomeReason },
}

const notEnded = { type: 'unknown', reason: 'notEnded' satisfies OutcomeReason } as const

/**
 * The only call that changes the register. The intent is committed first, the bytes leave once, and whatever cannot be
 * told for certain is `unknown`: nothing here is ever tried again.
 */
export function saveHandler(deps: EffectDeps): Handler<'save'> {
  return async (run) => {
    const { dialogue } = run.case.snapshot.context
    if (!dialogue) return unsent('lapsed' satisfies OutcomeReason)
    if (await meetLost(deps.db, { ...claimOf(run), report: run.effect.payload.report }))
      return sentBefore
    const ground = groundOf(run.case, await storedView(deps.db, run.case), deps.clock)
    const caller = callerOf(run)
    const log = await readBefore(deps, run, { ground, caller })
    if (log.type !== 'read') return unsent(log.reason)
    const update = updateOf(ground, run.effect.payload.report)
    const prepared = deps.port.prepareSave(dialogue, update)
    const id = deps.chance.newId()
    const ready = { run, ground, caller, prepared, entriesBefore: log.entries, id }
    return send(deps, ready, await clearToLeave(deps, ready))
  }
}

function claimOf({ case: { id }, effect, fence }: SaveRun) {
  return { caseId: id, effectId: effect.id, fence }
}

async function send(deps: EffectDeps, ready: Ready, clearance: Clearance): Promise<Handled> {
  if (clearance.type === 'sentBefore') return sentBefore
  if (clearance.type === 'unsent') return heldBack(deps, ready, clearance)
  const { answer: heard, exchanges } = await deps.port.save(ready.prepared)
  const answer = await endLeftOpen(deps, ready, heard)
  const isAccepted = answer.type === 'accepted'
  const state = isAccepted && answer.queued ? 'waiting' : states[answer.type]
  await noteOutcome(deps, clearance.intent, state)
  const output = isAccepted ? answer.output : null
  const came = recordOf(deps, ready, { state, outcome: answer.type, output, exchanges })
  const looked = answer.type === 'unknown' ? await lookAtOnce(deps, ready) : undefined
  const record: Recording = async (trx) => {
    await came(trx)
    await looked?.(trx)
  }
  const told = { type: 'answer', answer: answerTo(answer, ready, deps), record } as const
  return state === 'confirmed' ? { ...told, late: lateReply(deps, ready, output, came) } : told
}

async function heldBack(
  deps: EffectDeps,
  ready: Ready,
  { reason, isWritten }: Extract<Clearance, { type: 'unsent' }>,
): Promise<Handled> {
  const { type } = await endLeftOpen(deps, ready, { type: 'unsent', reason: 'lapsed' })
  const answer = type === 'unknown' ? notEnded : ({ type: 'unsent', reason } as const)
  const record = recordOf(deps, ready, { state: 'unsent', outcome: 'unsent', output: null })
  return { type: 'answer', answer, ...(isWritten && { record }) }
}

/** Settles what is in doubt, and nothing else: whatever was decided meanwhile stands. */
function lateReply(
  { clock }: EffectDeps,
  { id, run }: Ready,
  output: Readonly<Record<string, string>> | null,
  came: Recording,
): Recording {
  return async (trx) => {
    if (!(await isInDoubt(trx, id))) return
    await came(trx)
    await settleSubmission(trx, { id, state: 'confirmed', output, now: clock.realNow() })
    await hastenSettling(trx, run.case.id)
  }
}

/** What cannot be looked up now is looked up later: the case waits for it anyway. */
async function lookAtOnce(deps: EffectDeps, { ground, caller, run }: Ready) {
  const { report } = run.effect.payload
  const of = { ground, caller, caseId: run.case.id, report }
  return firstLook(deps, of).catch(() => undefined)
}

async function readBefore(
  deps: EffectDeps,
  run: SaveRun,
  { ground, caller }: Pick<Ready, 'ground' | 'caller'>,
) {
  const entries = await entriesBeforeFirst(deps.db, run)
  if (entries) return { type: 'read', entries } as const
  return readEntries(deps, caller, { ground, report: run.effect.payload.report })
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

/** What a save came to, in the words of the case. */
export function answerTo(
  answer: Settled,
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

interface Came {
  readonly state: SubmissionState
  readonly outcome: SaveAnswer['type']
  readonly output: Readonly<Record<string, string>> | null
  readonly exchanges?: Awaited<ReturnType<EffectDeps['port']['save']>>['exchanges']
}

/** Outcome, receipt and audit row enter with the message that the outcome is. */
function recordOf(
  { auditor, clock }: EffectDeps,
  ready: Ready,
  { state, outcome, output, exchanges = [] }: Came,
): Recording {
  return async (trx) => {
    await settleSubmission(trx, { id: ready.id, state, output, now: clock.realNow() })
    const entries = [auditor.toJson(auditEntry(ready, 'update.result', outcome))]
    await writeRecords(trx, ready.caller, { entries, exchanges })
  }
}
