import { sql } from 'kysely'

import { refuse } from '../errors.ts'
import type { SignedIn } from '../procedures/trpc.ts'

/** What a person may do to a run that is under way. */
export type Steering = 'pause' | 'goOn' | 'stop'

interface Steer {
  readonly from: readonly string[]
  readonly to: 'paused' | 'running' | 'stopped'
  readonly reason: string | null
}

const steers: Readonly<Record<Steering, Steer>> = {
  pause: { from: ['running'], to: 'paused', reason: 'byPerson' },
  goOn: { from: ['paused'], to: 'running', reason: null },
  stop: { from: ['running', 'paused'], to: 'stopped', reason: 'stoppedByPerson' },
}

/** Cases under way are followed to their end; of those that wait, none is begun. Told twice, it is done once. */
export async function steerRun(
  { services: { db, auditor }, actor }: SignedIn,
  runId: string,
  steering: Steering,
): Promise<void> {
  const { from, to, reason } = steers[steering]
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ state: string }>`
      select state from resume_runs where id = ${runId} and authority = ${actor.authority}
      for update`.execute(trx)
    const state = rows[0]?.state
    if (state === undefined) throw refuse('runNotFound')
    if (state === to) return
    if (!from.includes(state)) throw refuse('runEnded')
    // Going on, the next one has to prove anew that the trouble is over.
    await sql`
      update resume_runs set state = ${to}, reason = ${reason}, proven = false, next_at = greatest(now(), start_at),
        ended_at = case when ${to} = 'stopped' then now() end
      where id = ${runId}`.execute(trx)
    if (to === 'stopped') await releaseWaiting(trx, runId)
    const detail = { run: runId }
    await auditor.record(trx, { actor, action: `resume.${steering}`, outcome: 'done', detail })
  })
}

/** Others may take them up at once. */
async function releaseWaiting(trx: SignedIn['services']['db'], runId: string): Promise<void> {
  await sql`
    update resume_items set state = 'passed', reason = 'stoppedByPerson', ended_at = now()
    where run_id = ${runId} and state = 'waiting'`.execute(trx)
}
