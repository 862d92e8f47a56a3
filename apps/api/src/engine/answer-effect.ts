import { effectClasses } from '@sagsgang/machines'
import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { adopt } from '../upgrade/adopt-case.ts'
import { keepBooks } from './bookkeeping.ts'
import { lockCase } from './case-row.ts'
import { definitionHash, isOurs } from './definition-hash.ts'
import { type Back, endEffect, type Job, putBack } from './effect-queue.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import type { Answer, Looked, Recording, StoredCase } from './ports.ts'
import { move } from './step.ts'
import { answerPure, type Course, standing, take } from './transition.ts'
import { type GoesOn, LeaseLost, toStepText, type WrittenStep } from './write-step.ts'

/** What an effect came to, decided with the case held still. */
export type Decision =
  | ({ readonly type: 'answer'; readonly record?: Recording } & Told)
  | { readonly type: 'back'; readonly back: Back }
  /** The case has moved on and no longer asks. */
  | { readonly type: 'unwanted' }

interface Told {
  readonly answer: Answer
  readonly looked?: Looked
}

export type Decide = (trx: Transaction<Database>, stored: StoredCase) => Promise<Decision>

/**
 * Takes an effect's outcome in and closes the effect, in one transaction that fails when the lease was lost. Answers what
 * whoever `goesOn` has taken on of what the case asks for now.
 */
export async function answerEffect(
  deps: EngineDeps,
  job: Job,
  { decide, goesOn = null }: { readonly decide: Decide; readonly goesOn?: GoesOn | null },
): Promise<Job | undefined> {
  const next = await deps.db.transaction().execute(async (trx) => {
    const locked = await lockCase(trx, job.caseId)
    if (!locked) return void (await endEffect(trx, job))
    const stored = await adopt(trx, deps, locked)
    const decision = await decide(trx, stored)
    if (decision.type === 'back') {
      await putBack(trx, job, decision.back)
      return undefined
    }
    if (decision.type === 'unwanted') return void (await endEffect(trx, job))
    await decision.record?.(trx)
    return tell(trx, deps, { job, stored, decision, goesOn })
  })
  deps.hints.tell()
  return next
}

interface Telling {
  readonly job: Job
  readonly stored: StoredCase
  readonly decision: Told
  readonly goesOn: GoesOn | null
}

async function tell(
  trx: Transaction<Database>,
  deps: EngineDeps,
  { job, stored, decision, goesOn }: Telling,
): Promise<Job | undefined> {
  const { answer, looked = null } = decision
  const message = { ...answer, effect: job.effect.id }
  const claim = { effectId: job.effect.id, fence: job.fence }
  const silent = { author: null, audit: [] } as const
  const moved = await move(trx, deps, { stored, message, looked, claim, goesOn, ...silent })
  if (moved) return takenOn(deps, moved.course, moved.step)
  if (job.effect.id in stored.snapshot.context.open) {
    throw new Error(`"${message.type}" is no answer to "${job.effect.type}"`)
  }
  // The case has moved on and no longer asks: the answer changes nothing, and of one that came too late nothing is kept.
  if (!(await endEffect(trx, job))) throw new LeaseLost(`effect ${job.effect.id} of ${job.caseId}`)
  return undefined
}

interface AtOnce extends Told {
  readonly takesTurn?: boolean
}

/**
 * The same in one round trip where a transaction takes five: by the case as it was claimed, and written as long as it still has
 * that version. Undefined, with nothing written, for whatever needs more than that: the transaction finds out what.
 */
export async function answerAtOnce(
  deps: EngineDeps,
  job: Job,
  { answer, looked, takesTurn = false, goesOn }: AtOnce & { readonly goesOn: GoesOn },
): Promise<{ readonly next: Job | undefined } | undefined> {
  const { effect, fence, case: stored } = job
  if (!isOurs(releaseOf(deps), stored)) return undefined
  const taken = take(standing(stored, looked ?? null), { ...answer, effect: effect.id }, 'system')
  if (taken.entries.length === 0) return undefined
  const course = await answerPure(deps.db, deps.handlers, taken)
  const books = keepBooks(stored.snapshot, course)
  const claim = { effectId: effect.id, fence, takesTurn }
  const silent = { key: null, editedBy: null, audit: [] } as const
  const { version: from } = stored
  const text = toStepText(deps, { course, books, from, claim, goesOn, ...silent })
  const step = await deps.steps.write(text)
  if (!step) return undefined
  // Those who wait for a turn are woken by it, too.
  deps.hints.tell(books.givesTurn || course.asked.length > (step.taken ? 1 : 0))
  return { next: takenOn(deps, course, step) }
}

/** What was asked for and is ours to carry out, as if claimed. */
function takenOn(
  deps: EngineDeps,
  { case: stored, asked }: Course,
  { taken }: WrittenStep,
): Job | undefined {
  const effect = asked.find(({ id }) => id === taken?.id)
  if (!taken || !effect) return undefined
  return {
    caseId: stored.id,
    event: stored.event,
    effect,
    class: effectClasses[effect.type],
    fence: BigInt(taken.fence),
    attempts: 1,
    lost: false,
    paid: taken.paid,
    case: {
      ...stored,
      machineVersion: releaseOf(deps).version,
      definitionHash: definitionHash(stored.event),
      changedAt: deps.clock.realNow(),
    },
  }
}
