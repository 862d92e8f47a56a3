import { isPassing, isStoreAway } from '../database/is-passing.ts'
import { describeError } from '../describe-error.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import { CaseOfNewerVersion } from '../upgrade/case-of-newer-version.ts'
import { inTodaysForm } from '../upgrade/in-todays-form.ts'
import { answerAtOnce, answerEffect, type Decide } from './answer-effect.ts'
import { backOffMs } from './back-off.ts'
import type { Breaker } from './breaker.ts'
import { type Back, bury, type Job, putBack } from './effect-queue.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import { giveBackTaken } from './give-back.ts'
import { carryOut, type InternalEffect, isInternal, plainAnswer } from './internal-effects.ts'
import { decideLostSave } from './lost-save.ts'
import { isBudgetSpent } from './paid-look-ups.ts'
import { withPatience } from './patience.ts'
import type { EffectRun, Handled, Handler, LookupEffectType } from './ports.ts'
import { renumber } from './renumber.ts'
import { type GoesOn, LeaseLost } from './write-step.ts'

export interface Running {
  readonly deps: EngineDeps
  readonly breaker: Breaker
  /** This process, as long as it takes on what a case in its hands asks for next. */
  readonly goesOn: () => GoesOn
}

const MOST_ATTEMPTS = 8
const NEWER_MS = 1_000

/**
 * Carries one effect out to its end: an outcome taken in, or the effect back in the queue. Answers what the case asks for next,
 * where that is taken on. Never throws.
 */
export async function runJob(running: Running, job: Job): Promise<Job | undefined> {
  try {
    const { type } = job.effect
    return await (type === 'save' ? runSave(running, job) : runRepeatable(running, job))
  } catch (error) {
    await meet(running, job, error)
    return undefined
  }
}

async function meet(running: Running, job: Job, error: unknown): Promise<void> {
  const { deps } = running
  if (error instanceof LeaseLost) return findTaken(running, job).catch(() => {}) // as below
  if (error instanceof CaseOfNewerVersion) return leaveToNewer(deps, job, false)
  const { caseId, effect } = job
  deps.log.error({ caseId, effect: effect.type, ...describeError(error) }, 'effect broke')
  // Given up for what it is, and never for a store that happened to be away when that was to be said.
  const isOurs = !isPassing(error)
  const back = { reason: isOurs ? nameOf(error) : null, countsAttempt: !isStoreAway(error) }
  const end = () =>
    isOurs && job.attempts > MOST_ATTEMPTS
      ? bury(deps.db, job, nameOf(error))
      : later(running, job, back)
  const found = async () => {
    await end()
    if (isStoreAway(error)) await findTaken(running, job)
  }
  await withPatience(deps.timers, found).catch(() => {}) // the leases run out instead
}

/** Whoever was not told that a step was written finds the effect done, by itself: what that step took on is nobody's work. */
async function findTaken({ deps, goesOn }: Running, job: Job): Promise<void> {
  if (await giveBackTaken(deps.db, goesOn().worker, job)) deps.hints.tell()
}

async function runRepeatable(running: Running, job: Job): Promise<Job | undefined> {
  const { deps } = running
  if (job.attempts > MOST_ATTEMPTS) return fail(deps, job, await lastFailureOf(deps, job))
  if (isInternal(job.effect)) return runInternal(running, { ...job, effect: job.effect })
  if (isBudgetSpent(deps, job)) return fail(deps, job, 'budgetSpent')
  const handled = await handle(deps, job)
  for (const one of handled.renumbered ?? []) await renumber(deps, job, one)
  if (handled.type === 'answer') {
    running.breaker.came()
    return withPatience(deps.timers, () => takeAnswer(running, job, handled))
  }
  await tryLater(running, job, handled)
  return undefined
}

async function tryLater(
  running: Running,
  job: Job,
  { reason, countsAttempt }: Extract<Handled, { type: 'retry' }>,
): Promise<void> {
  const { deps, breaker } = running
  if (countsAttempt) {
    breaker.came()
    return later(running, job, { reason, countsAttempt })
  }
  breaker.closed(deps.timers.monotonic())
  return putBack(deps.db, job, { reason, delayMs: null, countsAttempt: false })
}

async function runInternal(
  { deps, goesOn }: Running,
  job: Job & { readonly effect: InternalEffect },
): Promise<Job | undefined> {
  const plain = plainAnswer(job.effect)
  const done = plain && (await answerAtOnce(deps, job, { ...plain, goesOn: goesOn() }))
  if (done) return done.next
  const decide = await carryOut(deps, job)
  return answerEffect(deps, job, { decide, goesOn: goesOn() })
}

/** At once where nothing else is to be written with it. */
async function takeAnswer(
  { deps, goesOn }: Running,
  job: Job,
  handled: Extract<Handled, { type: 'answer' }>,
): Promise<Job | undefined> {
  const { answer, looked } = handled
  const told = { answer, ...(looked && { looked }), goesOn: goesOn() }
  const done = handled.record ? undefined : await answerAtOnce(deps, job, told)
  if (done) return done.next
  return answerEffect(deps, job, { decide: decided(handled), goesOn: goesOn() })
}

/** Once, and never again by the queue: whatever is not known to have happened is a matter for the machine. */
async function runSave(running: Running, job: Job): Promise<Job | undefined> {
  const { deps } = running
  const lost: Decide = (trx) => decideLostSave(trx, job)
  const handled = job.lost || job.attempts > 1 ? undefined : await tryHandle(deps, job)
  if (handled) tellBreaker(running, handled)
  const end = () =>
    handled?.type === 'answer'
      ? takeAnswer(running, job, handled)
      : answerEffect(deps, job, { decide: lost })
  try {
    return await withPatience(deps.timers, end)
  } catch (error) {
    await takeLate(deps, handled, error)
    // It may have left: whoever takes it on asks what came of it.
    if (!(error instanceof CaseOfNewerVersion)) throw error
    await leaveToNewer(deps, job, true)
    return undefined
  }
}

/** Another process steps this case by now, of a version that knows more. */
function leaveToNewer(deps: EngineDeps, job: Job, countsAttempt: boolean): Promise<void> {
  const back = { reason: 'newerVersion', delayMs: NEWER_MS, countsAttempt }
  return withPatience(deps.timers, () => putBack(deps.db, job, back)).catch(() => {})
}

/** The register answered a worker that had been given up: the case has asked, or will, and finds it. */
async function takeLate(
  { db, hints }: EngineDeps,
  handled: Handled | undefined,
  error: unknown,
): Promise<void> {
  const isTakenOn = error instanceof LeaseLost || error instanceof CaseOfNewerVersion
  if (!isTakenOn || handled?.type !== 'answer' || !handled.late) return
  await db.transaction().execute(handled.late)
  hints.tell()
}

/** A save that met a closed register says so like any other call; one that nobody answered says nothing. */
function tellBreaker({ breaker, deps }: Running, handled: Handled): void {
  const { answer } = handled.type === 'answer' ? handled : { answer: null }
  const reason = answer && 'reason' in answer ? answer.reason : ''
  if (reason === 'closed' || reason === 'unreachable') breaker.closed(deps.timers.monotonic())
  else if (answer?.type !== 'unknown') breaker.came()
}

async function tryHandle(deps: EngineDeps, job: Job): Promise<Handled | undefined> {
  try {
    return await handle(deps, job)
  } catch (error) {
    if (error instanceof CaseOfNewerVersion) throw error
    deps.log.error({ caseId: job.caseId, effect: 'save', ...describeError(error) }, 'save broke')
    return undefined
  }
}

function handle(deps: EngineDeps, job: Job): Promise<Handled> {
  const { effect, fence, attempts } = job
  const stored = inTodaysForm(releaseOf(deps), job.case)
  const run: EffectRun = { case: stored, effect, fence, attempts: attempts - 1 }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- key and argument are of one type
  const handler = deps.handlers[effect.type as LookupEffectType | 'save'] as Handler
  return handler(run)
}

function decided(handled: Extract<Handled, { type: 'answer' }>): Decide {
  return () => Promise.resolve(handled)
}

async function later(
  { deps }: Running,
  job: Job,
  { reason, countsAttempt }: Pick<Back, 'reason' | 'countsAttempt'>,
): Promise<void> {
  const delayMs = backOffMs(job.attempts, deps.chance.random)
  await putBack(deps.db, job, { reason, delayMs, countsAttempt })
}

/** A person decides when it is tried again. */
function fail(deps: EngineDeps, job: Job, reason: string): Promise<undefined | Job> {
  const answer = { type: 'failed', reason } as const
  return answerEffect(deps, job, { decide: () => Promise.resolve({ type: 'answer', answer }) })
}

async function lastFailureOf({ db }: EngineDeps, { caseId, effect, lost }: Job): Promise<string> {
  // Whoever was at it has never said why: it may be what ended them.
  if (lost) return 'workerLost' satisfies OutcomeReason
  const row = await db
    .selectFrom('effects')
    .select('last_failure')
    .where('case_id', '=', caseId)
    .where('effect_id', '=', effect.id)
    .executeTakeFirst()
  return row?.last_failure ?? 'workerLost'
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
