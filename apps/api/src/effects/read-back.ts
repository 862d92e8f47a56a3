import { personsOf } from '@sagsgang/events'

import { dayOf } from '../clock.ts'
import type { Handled, Handler, Recording } from '../engine/ports.ts'
import type { DoubtReason } from '../outcome-reasons.ts'
import type { Caller } from '../register-client/register-port.ts'
import { toHandled } from '../register-client/trouble.ts'
import { keepEvidence } from '../stuck/keep-evidence.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import type { Found, Seen } from './doubt.ts'
import { changesOf } from './expected.ts'
import type { Output } from './expected.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { noteOutcome } from './note-outcome.ts'
import { beginRound, giveRoundBack, keepExpected, noteAbsence } from './read-back-rounds.ts'
import { isInAnotherCase, latestSubmission, settleSubmission } from './submissions.ts'
import type { StoredSubmission } from './submissions.ts'

interface Reading {
  readonly ground: CaseGround
  readonly caller: Caller
  readonly submission: StoredSubmission
  readonly final: boolean
  readonly caseId: string
}

/**
 * Whoever sent it looks at once. What is missing now counts as missing once; what is there needs no other proof.
 * Undefined where there is nothing to note.
 */
export async function firstLook(
  deps: EffectDeps,
  of: Pick<Reading, 'ground' | 'caller' | 'caseId'> & { readonly report: number },
): Promise<Recording | undefined> {
  const submission = await latestSubmission(deps.db, of)
  if (!submission || !(await beginRound(deps.db, submission.id))) return undefined
  const caller = { ...of.caller, purpose: clarifying(of.caller.purpose) }
  const reading = { ...of, caller, submission, final: false }
  const found = await lookBack(deps, reading)
  if (found.type === 'notRead') await giveRoundBack(deps.db, submission.id)
  if (found.type !== 'applied' && found.type !== 'absent') return undefined
  const handled = await settle(deps, reading, found)
  return handled.type === 'answer' ? handled.record : undefined
}

const clarifying = (purpose: string) => `afklaring af usikker indberetning: ${purpose}`

/** The evidence of a save that got no answer: the register is asked before it is told again. */
export function readBackHandler(deps: EffectDeps): Handler<'readBack'> {
  return async (run) => {
    const { report, final } = run.effect.payload
    const submission = await latestSubmission(deps.db, { caseId: run.case.id, report })
    if (!submission) return answer({ type: 'absent', resend: final })
    const ground = groundOf(run.case, await storedView(deps.db, run.case), deps.clock)
    const caller = { ...callerOf(run), purpose: clarifying(run.case.purpose) }
    const reading = { ground, caller, submission, final, caseId: run.case.id }
    if (submission.state === 'confirmed') return provenBefore(reading)
    if (!final && submission.absentAt !== null) return answer({ type: 'absent', resend: false })
    if (!(await beginRound(deps.db, submission.id))) return undecided(deps, reading, 'askedEnough')
    const found = await lookBack(deps, reading)
    if (found.type !== 'notRead') return settle(deps, reading, found)
    // It showed nothing: how often it is tried, and what that may cost, the queue bounds.
    await giveRoundBack(deps.db, submission.id)
    return toHandled(found)
  }
}

function lookBack(deps: EffectDeps, reading: Reading): Promise<Found> {
  const { ground, submission, caller, final, caseId } = reading
  const isTaken = (pnr: string) => isInAnotherCase(deps.db, caseId, pnr)
  const doubt = { ground, submission, caller, over: final, isTaken }
  const keeping = { caseId, at: deps.clock.realNow(), isAsked: false }
  const onSeen = (seen: Seen) => keepEvidence(deps.db, doubt, { seen, keeping })
  return gatherEvidence(deps, { ...doubt, onSeen })
}

function answer(told: Extract<Handled, { type: 'answer' }>['answer'], record?: Recording): Handled {
  return { type: 'answer', answer: told, ...(record && { record }) }
}

/** The submission log hears first of what a store that comes back without its last commits must not judge anew. */
async function settle(
  deps: EffectDeps,
  reading: Reading,
  found: Exclude<Found, { type: 'notRead' }>,
): Promise<Handled> {
  if (found.type === 'undecided') return undecided(deps, reading, found.reason, found.output)
  if (found.type === 'absent') return absent(deps, reading)
  const { ground, submission, caseId } = reading
  const { output, entry } = found
  await noteOutcome(deps, { ...submission, caseId }, 'confirmed')
  const now = deps.clock.realNow()
  const expected = changesOf(ground, submission.report, output)
  return answer(proof(reading, output, entry.timestamp.slice(0, 8)), async (trx) => {
    await keepExpected(trx, { id: submission.id, expected })
    await settleSubmission(trx, { id: submission.id, state: 'confirmed', output, now })
  })
}

function proof({ ground }: Reading, output: Output, acceptedOn: string) {
  const { definition, facts } = ground
  const persons = personsOf(definition, facts.data, facts.view, output)
  return { type: 'proven', output, persons, acceptedOn } as const
}

/** By whoever sent it, or by its answer, which came after all: the register need not be asked. */
function provenBefore(reading: Reading): Handled {
  const { watermark, output } = reading.submission
  return answer(proof(reading, output ?? {}, dayOf(watermark)))
}

function undecided(
  { clock }: EffectDeps,
  { ground, submission }: Reading,
  reason: DoubtReason,
  output: Output | null = submission.output,
): Handled {
  const { id, report } = submission
  // Should a person decide that it was applied, this is what the answer would have said.
  return answer({ type: 'undecided', reason }, async (trx) => {
    await keepExpected(trx, { id, expected: changesOf(ground, report, output ?? {}) })
    await settleSubmission(trx, { id, state: 'inDoubt', output, now: clock.realNow() })
  })
}

// What is missing must be missing twice: a register that answers from a copy may lag behind itself.
const BETWEEN_LOOKS_MS = 60_000

async function absent(deps: EffectDeps, reading: Reading): Promise<Handled> {
  const { submission, final, caseId } = reading
  const { id, absentAt, loggedState } = submission
  const at = deps.clock.registerNow()
  const noteIt: Recording = (trx) => noteAbsence(trx, { id, at })
  if (!final) return answer({ type: 'absent', resend: false }, noteIt)
  if (absentAt === null || at.getTime() - absentAt.getTime() < BETWEEN_LOOKS_MS)
    return answer({ type: 'absent', resend: false, again: true }, noteIt)
  // The register said that it had it, and does not show it: nobody but a person may tell it again.
  if (loggedState === 'confirmed' || loggedState === 'waiting')
    return undecided(deps, reading, 'loggedAsApplied')
  const now = deps.clock.realNow()
  await noteOutcome(deps, { ...submission, caseId }, 'notApplied')
  return answer({ type: 'absent', resend: maySendAgain(deps) }, (trx) =>
    settleSubmission(trx, { id, state: 'notApplied', output: null, now }),
  )
}

/** Only where no save can still be under way once the settle time is over. */
function maySendAgain({ profile, settleSeconds }: EffectDeps): boolean {
  return settleSeconds >= profile.longestProcessingSeconds
}
