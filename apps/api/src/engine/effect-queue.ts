import type { Effect, EffectClass } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Clock } from './ports.ts'

/** An effect that this worker holds the lease of. */
export interface Job {
  readonly caseId: string
  readonly effect: Effect
  readonly class: EffectClass
  readonly fence: bigint
  /** This time included. */
  readonly attempts: number
  /** Its last holder never said what came of it. */
  readonly lost: boolean
}

/** By what its holder is known. */
export type Held = Pick<Job, 'caseId' | 'fence'> & { readonly effect: Pick<Effect, 'id'> }

export interface Claiming {
  /** This run of this process: a later one is another worker. */
  readonly worker: string
  readonly clock: Clock
  readonly classes: readonly EffectClass[]
  readonly limit: number
}

const LEASE = sql`interval '120 seconds'`
// Three renewals missed: its holder is dead, or paused so long that its fence must keep it from writing. A save taken
// over is never sent again but asked about, so being wrong costs a lookup.
const UNRENEWED = sql`interval '90 seconds'`

interface ClaimedRow {
  readonly case_id: string
  readonly effect: Effect
  readonly class: EffectClass
  readonly fence: string
  readonly attempts: number
  readonly lost: boolean
}

/** What is due, oldest first. The attempt counts from the claim: one that kills the process counts too. */
export async function claimEffects(db: Kysely<Database>, claiming: Claiming): Promise<Job[]> {
  const { worker, classes, limit } = claiming
  const registerNow = claiming.clock.registerNow()
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select case_id, effect_id, lease_until is not null as lost from effects
      where state = 'open' and due_at <= greatest(now(), ${registerNow})
        and due_at <= case clock when 'real' then now() else ${registerNow} end
        and (lease_until is null or lease_until < now() + ${UNRENEWED}) and class = any (${[...classes]}::text[])
      order by due_at, created_at limit ${limit} for update skip locked
    )
    update effects set lease_until = now() + ${LEASE}, worker = ${worker}, fence = nextval('effect_fences'),
      attempts = attempts + 1
    from due where effects.case_id = due.case_id and effects.effect_id = due.effect_id
    returning effects.case_id, effect, class, fence, attempts, lost`.execute(db)
  return rows.map(toJob)
}

/** One effect by name, for a caller who waits for what it leads to; undefined when a worker was faster. */
export async function claimEffect(
  db: Kysely<Database>,
  worker: string,
  { caseId, effectId }: { readonly caseId: string; readonly effectId: string },
): Promise<Job | undefined> {
  const { rows } = await sql<ClaimedRow>`
    update effects set lease_until = now() + ${LEASE}, worker = ${worker}, fence = nextval('effect_fences'),
      attempts = attempts + 1
    where case_id = ${caseId} and effect_id = ${effectId} and state = 'open' and lease_until is null
    returning case_id, effect, class, fence, attempts, false as lost`.execute(db)
  return rows.map(toJob)[0]
}

function toJob({ case_id: caseId, fence, ...row }: ClaimedRow): Job {
  return { ...row, caseId, fence: BigInt(fence) }
}

/** Keeps the leases of work that is under way. */
export async function renewLeases(db: Kysely<Database>, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  const fences = jobs.map(({ fence }) => String(fence))
  await sql`update effects set lease_until = now() + ${LEASE}
    where fence = any (${fences}::bigint[]) and state = 'open' and lease_until is not null`.execute(
    db,
  )
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
  readonly reason: string
  /** From now on the real clock; null keeps the place in the order. */
  readonly delayMs: number | null
  readonly countsAttempt: boolean
}

/** Gives an effect back to the queue, for later. */
export async function putBack(db: Kysely<Database>, job: Job, back: Back): Promise<void> {
  await sql`update effects set lease_until = null, worker = null, last_failure = ${back.reason},
      due_at = coalesce(now() + ${back.delayMs}::double precision * interval '1 millisecond', due_at),
      clock = case when ${back.delayMs}::double precision is null then clock else 'real' end,
      attempts = attempts - ${back.countsAttempt ? 0 : 1}
    where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence} and state = 'open'`.execute(
    db,
  )
}

/** Ends an effect that the case does not hear about, as it has moved on. */
export async function endEffect(db: Kysely<Database>, job: Job): Promise<void> {
  await sql`update effects set state = 'done', lease_until = null
    where case_id = ${job.caseId} and effect_id = ${job.effect.id} and fence = ${job.fence} and state = 'open'`.execute(
    db,
  )
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

/** Lets go of what other workers held. Only for whoever knows that there are no others. */
export async function takeOverLeases(db: Kysely<Database>): Promise<void> {
  await sql`update effects set lease_until = '-infinity' where state = 'open' and lease_until is not null`.execute(
    db,
  )
}
