import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { adopt } from '../upgrade/adopt-case.ts'
import { keepBooks } from './bookkeeping.ts'
import { lockCase } from './case-row.ts'
import { isOurs } from './definition-hash.ts'
import { type Back, endEffect, type Job, putBack } from './effect-queue.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import type { Answer, Looked, Recording, StoredCase } from './ports.ts'
import { move } from './step.ts'
import { answerPure, standing, take } from './transition.ts'
import { LeaseLost, toStepText } from './write-step.ts'

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

/** Takes an effect's outcome in and closes the effect, in one transaction that fails when the lease was lost. */
export async function answerEffect(deps: EngineDeps, job: Job, decide: Decide): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const locked = await lockCase(trx, job.caseId)
    if (!locked) return void (await endEffect(trx, job))
    const stored = await adopt(trx, deps, locked)
    const decision = await decide(trx, stored)
    if (decision.type === 'back') return putBack(trx, job, decision.back)
    if (decision.type === 'unwanted') return void (await endEffect(trx, job))
    const { answer, looked = null, record } = decision
    await record?.(trx)
    const message = { ...answer, effect: job.effect.id }
    const claim = { effectId: job.effect.id, fence: job.fence }
    const moved = await move(trx, deps, { stored, message, looked, author: null, claim, audit: [] })
    if (moved) return
    if (job.effect.id in stored.snapshot.context.open) {
      throw new Error(`"${message.type}" is no answer to "${job.effect.type}"`)
    }
    // The case has moved on and no longer asks: the answer changes nothing, and of one that came too late nothing is kept.
    if (!(await endEffect(trx, job)))
      throw new LeaseLost(`effect ${job.effect.id} of ${job.caseId}`)
  })
  deps.hints.tell()
}

interface AtOnce extends Told {
  readonly takesTurn?: boolean
}

/**
 * The same in one round trip where a transaction takes five: by the case as it was claimed, and written as long as it still has
 * that version. False, with nothing written, for whatever needs more than that: the transaction finds out what.
 */
export async function answerAtOnce(
  deps: EngineDeps,
  job: Job,
  { answer, looked, takesTurn = false }: AtOnce,
): Promise<boolean> {
  const { effect, fence, case: stored } = job
  if (!isOurs(releaseOf(deps), stored)) return false
  const taken = take(standing(stored, looked ?? null), { ...answer, effect: effect.id }, 'system')
  if (taken.entries.length === 0) return false
  const course = await answerPure(deps.db, deps.handlers, taken)
  const step = toStepText(deps, {
    course,
    books: keepBooks(stored.snapshot, course),
    from: stored.version,
    claim: { effectId: effect.id, fence, takesTurn },
    key: null,
    editedBy: null,
    audit: [],
  })
  if ((await deps.steps.write(step)) === null) return false
  deps.hints.tell()
  return true
}
