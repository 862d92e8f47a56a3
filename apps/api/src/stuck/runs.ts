import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Actor } from '../engine/ports.ts'
import type { ResumeItem, ResumeRun } from '../operations-view.ts'

/** The runs as they lie in the store: any process may carry one on, and only one at a time does. */

// One whose time has not come is shown as waiting, and runs.
type RunState = Exclude<ResumeRun['state'], 'waiting'>
type ItemState = ResumeItem['state']

/** A run that this process holds. */
export interface HeldRun {
  readonly id: string
  readonly cause: string
  readonly state: RunState
  readonly proven: boolean
  readonly orderedBy: Actor
  readonly perSecond: number
  readonly fence: string
}

export interface Item {
  readonly place: number
  readonly caseId: string
  readonly state: ItemState
  readonly seenVersion: number | null
  readonly resumedVersion: number | null
  /** Since it was begun. */
  readonly seconds: number | null
}

const LEASE = sql`interval '150 seconds'`

/** What is due: a run that goes, or one that was stopped while some of its cases were still being followed. */
export async function claimRun(db: Kysely<Database>): Promise<HeldRun | undefined> {
  const { rows } = await sql<HeldRun>`
    update resume_runs set lease_until = now() + ${LEASE}, fence = nextval('effect_fences')
    where id = (
      select id from resume_runs r
      where next_at <= now() and (lease_until is null or lease_until < now())
        and (state = 'running' or exists (
          select from resume_items i where i.run_id = r.id and i.state in ('probing', 'following')))
        and state <> 'done'
      order by next_at limit 1 for update skip locked)
    returning id, cause, state, proven, ordered_by as "orderedBy", per_second as "perSecond",
      fence::text as fence`.execute(db)
  return rows[0]
}

/** Lets go of it until later. */
export async function releaseRun(
  db: Kysely<Database>,
  run: HeldRun,
  delayMs: number,
): Promise<void> {
  await sql`
    update resume_runs set lease_until = null,
      next_at = now() + ${delayMs}::double precision * interval '1 millisecond'
    where id = ${run.id} and fence = ${run.fence}::bigint`.execute(db)
}

/** Those under way, and the next in line. */
export async function currentItems(db: Kysely<Database>, run: HeldRun): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    with waiting as (
      select place from resume_items where run_id = ${run.id} and state = 'waiting' order by place limit 1)
    select place, case_id as "caseId", state, seen_version as "seenVersion",
      resumed_version as "resumedVersion", extract(epoch from now() - started_at)::float8 as seconds
    from resume_items where run_id = ${run.id}
      and (state in ('probing', 'following') or place in (select place from waiting))
    order by place`.execute(db)
  return rows
}

interface Begun {
  readonly state: 'probing' | 'following'
  readonly seenVersion?: number
  readonly resumedVersion?: number
}

const holds = ({ id, fence }: HeldRun) =>
  sql`exists (select from resume_runs r where r.id = ${id} and r.fence = ${fence}::bigint)`

/** Writes nothing once another process holds the run. */
export async function beginItem(
  db: Kysely<Database>,
  run: HeldRun,
  place: number,
  { state, seenVersion, resumedVersion }: Begun,
): Promise<void> {
  await sql`
    update resume_items set state = ${state}, started_at = coalesce(started_at, now()),
      seen_version = coalesce(${seenVersion ?? null}::int, seen_version),
      resumed_version = coalesce(${resumedVersion ?? null}::int, resumed_version)
    where run_id = ${run.id} and place = ${place} and ${holds(run)}`.execute(db)
}

export interface End {
  readonly state: Exclude<ItemState, 'waiting' | 'probing' | 'following'>
  readonly reason: string | null
}

/**
 * One has ended, and what that means for the rest: the first proof lets them go at their rate; an end in vain stops them while
 * nothing is proven, and so do three in a row later on. In one statement, so that a crash between the two starts no other.
 */
export async function endItem(
  db: Kysely<Database>,
  run: HeldRun,
  place: number,
  { state, reason }: End,
): Promise<void> {
  const isVain = state !== 'verified' && state !== 'passed'
  await sql`
    with ended as (
      update resume_items set state = ${state}, reason = ${reason}, ended_at = now(),
        started_at = coalesce(started_at, now())
      where run_id = ${run.id} and place = ${place} and ${holds(run)}
    ), before as (
      select count(*) filter (where state <> 'verified') as vain from (
        select state from resume_items where run_id = ${run.id} and ended_at is not null and state <> 'passed'
        order by ended_at desc, place desc limit 2) latest
    )
    update resume_runs set
      proven = (proven or ${state === 'verified'}) and not (${isVain} and (not proven or before.vain = 2)),
      state = case when state = 'running' and ${isVain} and (not proven or before.vain = 2)
        then 'paused' else state end,
      reason = case when state <> 'running' or not ${isVain} then reason
        when not proven then 'notProven' when before.vain = 2 then 'failsAgain' else reason end
    from before where id = ${run.id} and fence = ${run.fence}::bigint`.execute(db)
}

/** How the run stands after what was just written, by whoever wrote it. */
export async function standingOfRun(
  db: Kysely<Database>,
  run: HeldRun,
): Promise<Pick<HeldRun, 'state' | 'proven'> | undefined> {
  const { rows } = await sql<Pick<HeldRun, 'state' | 'proven'>>`
    select state, proven from resume_runs
    where id = ${run.id} and fence = ${run.fence}::bigint`.execute(db)
  return rows[0]
}

/** Nothing is left to do. A run that was stopped stays so. */
export async function finishRun(db: Kysely<Database>, run: HeldRun): Promise<boolean> {
  const { rows } = await sql`
    update resume_runs set state = 'done', reason = null, ended_at = now()
    where id = ${run.id} and fence = ${run.fence}::bigint and state = 'running' returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** What a resume asked for anew, by the journal: whoever asks again after a crash finds the same. */
export async function findResumed(
  db: Kysely<Database>,
  caseId: string,
  seenVersion: number,
): Promise<{ readonly version: number } | undefined> {
  const { rows } = await sql<{ version: number }>`
    select seq as version from journal
    where case_id = ${caseId} and seq > ${seenVersion} and message ->> 'type' = 'resume'
    order by seq limit 1`.execute(db)
  return rows[0]
}

export async function repeatedBy(
  db: Kysely<Database>,
  caseId: string,
  version: number,
): Promise<readonly { readonly id: string; readonly type: string }[]> {
  const { rows } = await sql<{
    effects: readonly { readonly id: string; readonly type: string }[]
  }>`
    select effects from journal where case_id = ${caseId} and seq = ${version}`.execute(db)
  return rows[0]?.effects ?? []
}
