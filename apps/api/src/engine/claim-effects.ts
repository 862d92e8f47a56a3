import type { Effect, EffectClass } from '@sagsgang/machines'
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import { toStoredCase } from './case-row.ts'
import { type Job, LEASE } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import { paidToday } from './paid-look-ups.ts'
import type { Clock } from './ports.ts'

export interface Claiming {
  /** This run of this process: a later one is another worker. */
  readonly worker: string
  readonly clock: Clock
  readonly classes: readonly EffectClass[]
  readonly limit: number
  /** Events that hold their share of this process already. */
  readonly full: readonly string[]
  /** Whatever was leased under a lower fence was left by a process that is known to be dead; null where that is not known. */
  readonly deadBefore: bigint | null
  /** Of the machines that this process runs: what a newer one has stepped is left to newer ones. */
  readonly version: number
}

// Three renewals missed: its holder is dead, or paused so long that its fence must keep it from writing. A save taken
// over is never sent again but asked about, so being wrong costs a lookup.
const UNRENEWED = sql`interval '90 seconds'`

// What goes on with a conversation is left to the process that opened it, unless that one seems to be gone: to any other the
// register says that it knows of none, and it must be opened anew.
const SPARED = sql`interval '15 seconds'`

interface ClaimedRow extends Selectable<Database['cases']> {
  readonly effect: Effect
  readonly class: EffectClass
  readonly fence: string
  readonly attempts: number
  readonly lost: boolean
  readonly paid: number
}

/** What is due, oldest first. The attempt counts from the claim: one that kills the process counts too. */
export async function claimEffects(db: Kysely<Database>, claiming: Claiming): Promise<Job[]> {
  const { classes, full, limit } = claiming
  const wanted = sql`effects.class = lane.class and losses < 2 and ${isDue(claiming)}`
  if (full.length === 0) {
    const lanes = sql`unnest(${[...classes]}::text[]) as lane (class)`
    return take(db, claiming, { lanes, wanted, limit })
  }
  return take(db, claiming, {
    lanes: sql`(select class, event from kinds where event <> all (${[...full]}::text[])) as lane`,
    wanted: sql`effects.event = lane.event and ${wanted}`,
    limit,
    kinds: kindsOf(classes),
  })
}

/** Saves whose holder is dead: what is to be decided about them needs no register. */
export function claimLostSaves(db: Kysely<Database>, claiming: Claiming): Promise<Job[]> {
  return take(db, claiming, {
    lanes: sql`(values ('update')) as lane (class)`,
    wanted: sql`effects.class = lane.class and lease_until is not null and ${isDue(claiming)}`,
    limit: claiming.limit,
  })
}

/** One that ended, or may have ended, several processes before. It must have this one to itself. */
export async function claimSuspect(
  db: Kysely<Database>,
  claiming: Claiming,
): Promise<Job | undefined> {
  const [job] = await take(db, claiming, {
    lanes: sql`(values (0)) as lane`,
    wanted: isSuspect(claiming),
    limit: 1,
  })
  return job
}

export async function hasSuspects(db: Kysely<Database>, claiming: Claiming): Promise<boolean> {
  const { rows } = await sql`
    select from effects where state = 'open' and ${isSuspect(claiming)} limit 1`.execute(db)
  return rows.length > 0
}

function isSuspect(claiming: Claiming): RawBuilder<unknown> {
  return sql`losses > 1 and class = any (${[...claiming.classes]}::text[]) and ${isDue(claiming)}`
}

function isDue({ worker, clock, deadBefore, version }: Claiming): RawBuilder<unknown> {
  // By the store's clock and how far the register's is ahead of it: a machine whose own is fast must not look too early.
  const aheadMs = clock.registerNow().getTime() - clock.realNow().getTime()
  const registerNow = sql`now() + ${aheadMs}::double precision * interval '1 millisecond'`
  return sql`due_at <= greatest(now(), ${registerNow})
    and due_at <= case clock when 'real' then now() else ${registerNow} end
    and (lease_until is null or lease_until < now() + ${UNRENEWED} or fence <= ${deadBefore}::bigint)
    and (lease_until is not null or worker is null or worker = ${worker}
      or ${deadBefore}::bigint is not null or created_at < now() - ${SPARED})
    and (select machine_version from cases where cases.id = effects.case_id) <= ${version}::integer`
}

/** The events that have something open, found by leaps through the index: however long the line of the first one is. */
function kindsOf(classes: readonly EffectClass[]): RawBuilder<unknown> {
  return sql`kinds as (
    select lane.class, (select event from effects where state = 'open' and effects.class = lane.class
      order by event limit 1) as event
    from unnest(${[...classes]}::text[]) as lane (class)
    union all
    select kinds.class, (select event from effects where state = 'open' and effects.class = kinds.class
      and effects.event > kinds.event order by event limit 1)
    from kinds where event is not null), `
}

interface Taking {
  /** Rows, and for each of them the effects that are looked through in order. */
  readonly lanes: RawBuilder<unknown>
  readonly wanted: RawBuilder<unknown>
  readonly limit: number
  readonly kinds?: RawBuilder<unknown>
}

async function take(
  db: Kysely<Database>,
  { worker, clock }: Claiming,
  { lanes, wanted, limit, kinds = sql`` }: Taking,
): Promise<Job[]> {
  const { rows } = await sql<ClaimedRow>`
    with recursive ${kinds} due as (
      select one.* from ${lanes} cross join lateral (
        select case_id, effect_id, due_at, created_at, lease_until is not null as lost from effects
        where state = 'open' and ${wanted}
        order by due_at, created_at limit ${limit} for update skip locked) as one
      order by due_at, created_at limit ${limit}
    ), claimed as (
      update effects set lease_until = now() + ${LEASE}, worker = ${worker}, fence = nextval('effect_fences'),
        attempts = attempts + 1, losses = losses + due.lost::integer
      from due where effects.case_id = due.case_id and effects.effect_id = due.effect_id
      returning effects.case_id, effect, class, fence, attempts, lost, due.due_at, due.created_at
    )
    select fence, attempts, lost, ${claimedRow(clock)} order by claimed.due_at, claimed.created_at`.execute(
    db,
  )
  return rows.map(toJob)
}

/** The case comes along: what is read together need not be asked for again. */
function claimedRow(clock: Clock): RawBuilder<unknown> {
  return sql`effect, class, case when class = 'lookup' then ${paidToday(clock, sql`claimed.case_id`)} else 0 end as paid, cases.*
    from claimed join cases on cases.id = claimed.case_id`
}

/** One effect by name, for a caller who waits for what it leads to; undefined when a worker was faster. */
export async function claimEffect(
  { db, clock }: Pick<EngineDeps, 'db' | 'clock'>,
  worker: string,
  { caseId, effectId }: { readonly caseId: string; readonly effectId: string },
): Promise<Job | undefined> {
  const { rows } = await sql<ClaimedRow>`
    with claimed as (
      update effects set lease_until = now() + ${LEASE}, worker = ${worker}, fence = nextval('effect_fences'),
        attempts = attempts + 1
      where case_id = ${caseId} and effect_id = ${effectId} and state = 'open' and lease_until is null
      returning case_id, effect, class, fence, attempts, false as lost
    )
    select fence, attempts, lost, ${claimedRow(clock)}`.execute(db)
  return rows.map(toJob)[0]
}

function toJob({ effect, class: kind, fence, attempts, lost, paid, ...row }: ClaimedRow): Job {
  const held = { effect, class: kind, fence: BigInt(fence), attempts, lost, paid }
  return { ...held, caseId: row.id, event: row.event, case: toStoredCase(row) }
}

/** The highest number that a lease has had so far. */
export async function lastFence(db: Kysely<Database>): Promise<bigint> {
  const { rows } = await sql<{ last: string }>`
    select case when is_called then last_value else 0 end as last from effect_fences`.execute(db)
  return BigInt(rows[0]?.last ?? 0)
}
