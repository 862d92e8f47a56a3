import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { adopt } from '../upgrade/adopt-case.ts'
import { lockCase } from './case-row.ts'
import { type Back, endEffect, type Job, putBack } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { Answer, Recording, StoredCase } from './ports.ts'
import { move } from './step.ts'
import { LeaseLost } from './write-course.ts'

/** What an effect came to, decided with the case held still. */
export type Decision =
  | { readonly type: 'answer'; readonly answer: Answer; readonly record?: Recording }
  | { readonly type: 'back'; readonly back: Back }
  /** The case has moved on and no longer asks. */
  | { readonly type: 'unwanted' }

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
    await decision.record?.(trx)
    const message = { ...decision.answer, effect: job.effect.id }
    const claim = { effectId: job.effect.id, fence: job.fence }
    const moved = await move(trx, deps, { stored, message, author: null, claim, audit: [] })
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
