import type { Effect, EffectClass } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { StoredCase } from './ports.ts'

/** An effect that this worker holds the lease of. */
export interface Job {
  readonly caseId: string
  readonly event: string
  readonly effect: Effect
  readonly class: EffectClass
  readonly fence: bigint
  /** This time included. */
  readonly attempts: number
  /** Its last holder never said what came of it. */
  readonly lost: boolean
  /** As it stood when the effect was claimed. */
  readonly case: StoredCase
  /** So many lookups of the case have been paid for today, or since it was last resumed; 0 where this is none. */
  readonly paid: number
}

/** By what its holder is known. */
export type Held = Pick<Job, 'caseId' | 'fence'> & { readonly effect: Pick<Effect, 'id'> }

/** A worker that lives renews it twelve times before it ends. */
export const LEASE = sql`interval '120 seconds'`

/** Keeps the leases of work that is under way. */
export async function renewLeases(db: Kysely<Database>, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  const held = jobs.map(({ caseId, effect, fence }) => ({
    case_id: caseId,
    effect_id: effect.id,
    fence: String(fence),
  }))
  await sql`
    update effects set lease_until = now() + ${LEASE}
    from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as held (case_id text, effect_id text, fence bigint)
    where effects.case_id = held.case_id and effects.effect_id = held.effect_id
      and effects.fence = held.fence and state = 'open' and lease_until is not null`.execute(db)
}

/** Whether the holder may still act, and for long enough to finish a call. Asked in the transaction that acts. */
export async function holdsLease(
  trx: Kysely<Database>,
  claim: { readonly caseId: string; readonly effectId: string; readonly fence: bigint },
): Promise<boolean> {
  const { rows } = await sql`select from effects
    where case_id = ${claim.caseId} and effect_id = ${claim.effectId} and fence = ${claim.fence}
      and state = 'open' and lease_until > now() + interval '40 seconds' for update`.execute(trx)
  return rows.length === 1
}

/**
 * Whether the effect is still wanted, and from this holder. Asked in the transaction that acts on another case, after
 * that case is locked: whoever gives the effect up waits until it has acted.
 */
export async function isWanted(trx: Kysely<Database>, job: Held): Promise<boolean> {
  const { rows } = await sql`select from effects
    where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence}
      and state = 'open' for share`.execute(trx)
  return rows.length === 1
}

/** Whether the case still waits for the effect, whoever carries it out. */
export async function isOpen(
  db: Kysely<Database>,
  caseId: string,
  effectId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('effects')
    .select('fence')
    .where('case_id', '=', caseId)
    .where('effect_id', '=', effectId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

export interface Back {
  /** Null: nothing that the effect itself has failed for. */
  readonly reason: string | null
  /** From now on the real clock; null keeps the place in the order. */
  readonly delayMs: number | null
  readonly countsAttempt: boolean
}

/** Gives an effect back to the queue, for later. */
export async function putBack(db: Kysely<Database>, job: Job, back: Back): Promise<void> {
  await sql`update effects set lease_until = null, last_failure = coalesce(${back.reason}, last_failure),
      due_at = coalesce(now() + ${back.delayMs}::double precision * interval '1 millisecond', due_at),
      clock = case when ${back.delayMs}::double precision is null then clock else 'real' end,
      worker = case when type = 'validate' then worker end,
      attempts = attempts - ${back.countsAttempt ? 0 : 1}
    where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence} and state = 'open'`.execute(
    db,
  )
}

/** Ends an effect that the case does not hear about, as it has moved on; false when another holds it, or nobody. */
export async function endEffect(db: Kysely<Database>, job: Job): Promise<boolean> {
  const { rows } = await sql`update effects set state = 'done', lease_until = null
    where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence} and state = 'open'
    returning 1`.execute(db)
  return rows.length === 1
}

/** Gives an effect up whose case takes no message at all. Only the list can still show that somebody must look. */
export async function bury(db: Kysely<Database>, job: Job, reason: string): Promise<void> {
  await sql`
    with dead as (
      update effects set state = 'dead', lease_until = null, last_failure = ${reason}
      where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence} and state = 'open'
      returning case_id
    )
    update cases set status = 'stuck', stuck_cause = 'unreadable' from dead where cases.id = dead.case_id`.execute(
    db,
  )
}
