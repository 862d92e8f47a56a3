import { sql, type Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import type { Decision } from './answer-effect.ts'
import type { Job } from './effect-queue.ts'

/**
 * A save whose worker died, or that broke before it could answer. Without an intent on file nothing has left, and nothing
 * can: the intent is only written by the holder of the lease. With one, the register must be asked.
 */
export async function decideLostSave(trx: Transaction<Database>, job: Job): Promise<Decision> {
  const submission = await trx
    .selectFrom('submissions')
    .select(['id', 'state'])
    .where('case_id', '=', job.caseId)
    .where((is) =>
      // One that the submission log brought back, and that this save came upon.
      is.or([is('effect_id', '=', job.effect.id), is('met_by', '=', job.effect.id)]),
    )
    .executeTakeFirst()
  if (!submission) {
    // After a warning that was confirmed before, an earlier save has left in the same conversation.
    const type = (await hasLeftBefore(trx, job.caseId)) ? 'unknown' : 'unsent'
    return { type: 'answer', answer: { type, reason: 'workerLost' satisfies OutcomeReason } }
  }
  if (submission.state === 'sending') {
    await trx
      .updateTable('submissions')
      .set({ state: 'inDoubt' })
      .where('id', '=', submission.id)
      .execute()
  }
  return {
    type: 'answer',
    answer: { type: 'unknown', reason: 'workerLost' satisfies OutcomeReason },
  }
}

async function hasLeftBefore(trx: Transaction<Database>, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from submissions join cases on cases.id = submissions.case_id
    where cases.id = ${caseId} and submissions.state = 'warned'
      and submissions.dialogue = cases.snapshot #>> '{context,dialogue,timestamp}' limit 1`.execute(
    trx,
  )
  return rows.length > 0
}
