import { effectClasses } from '@sagsgang/machines'
import { CompiledQuery, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { searchableOf } from './case-row.ts'
import { definitionHash } from './definition-hash.ts'
import { dueOf } from './due.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import type { Course } from './transition.ts'

type Timing = Pick<EngineDeps, 'clock' | 'settleSeconds' | 'release'>

/** The holder of an effect's lease, as the queue knows it. */
export interface Claim {
  readonly effectId: string
  readonly fence: bigint
}

/** Another worker holds the effect by now, or the case no longer wants it: nothing may be written. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

export interface Written {
  readonly course: Course
  /** The version the course began at. */
  readonly from: number
  readonly claim: Claim | null
  /** Set when a person did it. */
  readonly editedBy: string | null
  /** Audit rows, ready for the inbox. */
  readonly audit: readonly string[]
}

/** The key that the statement is to take along. */
export interface TakenKey {
  readonly owner: string
  readonly key: string
  readonly requestHash: string
}

// One statement, as round trips are what a step costs. Fenced twice: by the version and by the lease.
const WRITE = `
with taken as (
  insert into idempotency_keys (actor, key, request_hash, case_id, created_at)
  select $20, $21, $22, $1, $9 where $21::text is not null
  on conflict do nothing returning 1
), moved as (
  update cases set snapshot = $2, version = $3, status = $4, stuck_cause = $5, assignee = $6, deadline = $7,
    edited_by = coalesce($8, edited_by), changed_at = $9, definition_hash = $18, machine_version = $19
  where id = $1 and version = $10 and machine_version <= $19 and ($21::text is null or exists (select from taken))
  returning id, authority, event
), entered as (
  insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
  select moved.id, seq, authority, $9, actor, message, effects, dropped, state, entry.status
  from moved, jsonb_to_recordset($11) as entry (seq integer, actor text, message jsonb, effects jsonb,
    dropped jsonb, state jsonb, status text)
  order by seq
), asked as (
  insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, worker, due_at, created_at)
  select moved.id, ask.effect ->> 'id', authority, event, ask.effect ->> 'type', class, effect, clock,
    -- A conversation goes on with the process that opened it, as the register knows it by that one's token.
    case when continues then opener.worker end,
    case when continues then least(now(), opener.due_at) else
    -- A save settles from when it left, however long the first look back took; once it was seen to be absent, a minute more.
    case when clock = 'real' then now()
      when ask.effect ->> 'type' = 'settle' then coalesce(
        (select max(greatest(watermark + $17 * interval '1 second', absent_at + interval '60 seconds'))
          from submissions where case_id = $1), due)
      else due end end, now()
  from moved cross join jsonb_to_recordset($12) as ask (effect jsonb, class text, clock text, due timestamptz)
    cross join lateral (select ask.effect ->> 'type' in ('validate', 'save') as continues) as kind
    left join lateral (select worker, due_at from effects where case_id = $1 and type in ('initiate', 'validate') and continues
      order by fence desc nulls last limit 1) as opener on true
), dropped as (
  update effects set state = 'dropped', lease_until = null
  where case_id = $1 and effect_id = any ($13) and state = 'open' and exists (select from moved)
), closed as (
  update effects set state = 'done', lease_until = null
  where case_id = $1 and effect_id = $14 and fence = $15 and state = 'open' and exists (select from moved) returning 1
), audited as (
  insert into audit_inbox (entry) select entry from jsonb_array_elements($16) as entry where exists (select from moved)
)
-- A key is taken together with what it stands for, or the statement fails and takes neither.
select (select count(*)::integer from moved) as moved, (select count(*)::integer from closed) as closed,
  1 / case when exists (select from taken) and not exists (select from moved) then 0 else 1 end as whole`

// The division above.
const KEY_WITHOUT_STEP = '22012'

/** Everything that a step changes, in one statement; fails when the case or the lease was lost meanwhile. */
export async function writeCourse(
  trx: Kysely<Database>,
  deps: Timing,
  written: Written,
): Promise<void> {
  const { course, claim } = written
  const { moved, closed } = await write(trx, deps, written, null)
  if (moved !== 1) throw new Error(`case ${course.case.id} was moved while it was locked`)
  if (claim && closed !== 1) throw new LeaseLost(`effect ${claim.effectId} of ${course.case.id}`)
}

/** The same without a transaction around it: false where the case had moved on or the key was used, and nothing is written. */
export async function writeAtOnce(
  db: Kysely<Database>,
  deps: Timing,
  written: Written,
  key: TakenKey | null,
): Promise<boolean> {
  try {
    return (await write(db, deps, written, key)).moved === 1
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === KEY_WITHOUT_STEP) return false
    throw error
  }
}

async function write(
  db: Kysely<Database>,
  deps: Timing,
  { course, from, claim, editedBy, audit }: Written,
  key: TakenKey | null,
): Promise<{ readonly moved: number; readonly closed: number }> {
  const { status, stuckCause, assignee, deadline } = searchableOf(course.case.snapshot)
  const { rows } = await db.executeQuery<{ moved: number; closed: number }>(
    CompiledQuery.raw(WRITE, [
      course.case.id,
      JSON.stringify(course.case.snapshot),
      course.case.version,
      status,
      stuckCause,
      assignee,
      deadline,
      editedBy,
      deps.clock.realNow(),
      from,
      entriesOf(course),
      asksOf(course, deps),
      course.dropped.filter((id) => id !== claim?.effectId),
      claim?.effectId ?? null,
      claim?.fence ?? null,
      `[${audit.join(',')}]`,
      deps.settleSeconds,
      definitionHash(course.case.event),
      releaseOf(deps).version,
      ...(key ? [key.owner, key.key, key.requestHash] : [null, null, null]),
    ]),
  )
  return rows[0] ?? { moved: 0, closed: 0 }
}

/** The journal entries as the statement takes them. */
export function entriesOf(course: Course): string {
  return JSON.stringify(
    course.entries.map(({ snapshot, ...entry }) => ({
      ...entry,
      state: snapshot.value,
      status: searchableOf(snapshot).status,
    })),
  )
}

/** The effects for the queue, each with its clock and when it is due. */
export function asksOf(course: Course, { clock, settleSeconds }: Timing): string {
  return JSON.stringify(
    course.asked.map((effect) => {
      const due = dueOf(effect, clock, settleSeconds)
      return { effect, class: effectClasses[effect.type], clock: due.clock, due: due.at }
    }),
  )
}
