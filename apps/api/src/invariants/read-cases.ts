import { type Kysely, type Selectable, sql } from 'kysely'

import type { Database } from '../database/schema.ts'

/** Everything that the store holds of one case and that can be held against the rest. */
export interface CaseReading {
  readonly case: CaseRow
  readonly entries: readonly EntryRow[]
  readonly effects: readonly EffectRow[]
  readonly submissions: readonly SubmissionRow[]
  readonly turns: readonly TurnRow[]
  readonly audited: readonly AuditedRow[]
}

export type CaseRow = Pick<
  Selectable<Database['cases']>,
  | 'id'
  | 'event'
  | 'definition_hash'
  | 'machine_version'
  | 'authority'
  | 'parent_id'
  | 'snapshot'
  | 'version'
  | 'status'
  | 'stuck_cause'
  | 'assignee'
  | 'deadline'
>

export type EntryRow = Pick<
  Selectable<Database['journal']>,
  'case_id' | 'seq' | 'authority' | 'actor' | 'message' | 'effects' | 'state' | 'status'
>

export type EffectRow = Pick<
  Selectable<Database['effects']>,
  'case_id' | 'effect_id' | 'authority' | 'type' | 'state' | 'attempts' | 'due_at' | 'clock'
> & { readonly leased: boolean }

export type SubmissionRow = Pick<
  Selectable<Database['submissions']>,
  | 'id'
  | 'case_id'
  | 'effect_id'
  | 'report'
  | 'attempt'
  | 'state'
  | 'service'
  | 'authority'
  | 'request_hash'
  | 'dialogue'
  | 'recovered_at'
>

type TurnRow = Pick<Selectable<Database['person_turns']>, 'case_id' | 'pnr' | 'held'>

/** What the audit log says of a case, sealed or not: acts that are alike are told once, saves one by one. */
export interface AuditedRow {
  readonly case_id: string
  readonly action: string
  readonly authority: string
  /** The effect that a save carried out; null for everything else. */
  readonly effect: string | null
  readonly requestHash: string | null
  readonly position: number
}

/** These cases, or all: in one transaction that sees a single moment where somebody else is at work. */
export async function readCases(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly CaseReading[]> {
  const cases = await casesOf(db, ids)
  const entries = groups(await entriesOf(db, ids))
  const effects = groups(await effectsOf(db, ids))
  const submissions = groups(await submissionsOf(db, ids))
  const turns = groups(await turnsOf(db, ids))
  const audited = groups(await auditedOf(db, ids))
  return cases.map((one) => ({
    case: one,
    entries: entries(one.id),
    effects: effects(one.id),
    submissions: submissions(one.id),
    turns: turns(one.id),
    audited: audited(one.id),
  }))
}

function groups<R extends { readonly case_id: string }>(rows: readonly R[]) {
  const byCase = Map.groupBy(rows, (row) => row.case_id)
  return (id: string): readonly R[] => byCase.get(id) ?? []
}

function casesOf(db: Kysely<Database>, ids: readonly string[]): Promise<readonly CaseRow[]> {
  return db
    .selectFrom('cases')
    .select([
      'id',
      'event',
      'definition_hash',
      'machine_version',
      'authority',
      'parent_id',
      'snapshot',
      'version',
      'status',
    ])
    .select(['stuck_cause', 'assignee', 'deadline'])
    .where(sql<boolean>`id = any (${ids}::text[])`)
    .orderBy('id')
    .execute()
}

function entriesOf(db: Kysely<Database>, ids: readonly string[]): Promise<readonly EntryRow[]> {
  return db
    .selectFrom('journal')
    .select(['case_id', 'seq', 'authority', 'actor', 'message', 'effects', 'state', 'status'])
    .where(sql<boolean>`case_id = any (${ids}::text[])`)
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
}

function effectsOf(db: Kysely<Database>, ids: readonly string[]): Promise<readonly EffectRow[]> {
  return db
    .selectFrom('effects')
    .select(['case_id', 'effect_id', 'authority', 'type', 'state', 'attempts', 'due_at', 'clock'])
    .select(sql<boolean>`lease_until is not null`.as('leased'))
    .where(sql<boolean>`case_id = any (${ids}::text[])`)
    .execute()
}

function submissionsOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly SubmissionRow[]> {
  return db
    .selectFrom('submissions')
    .select(['id', 'case_id', 'effect_id', 'report', 'attempt', 'state', 'service', 'authority'])
    .select(['request_hash', 'dialogue', 'recovered_at'])
    .where(sql<boolean>`case_id = any (${ids}::text[])`)
    .execute()
}

function turnsOf(db: Kysely<Database>, ids: readonly string[]): Promise<readonly TurnRow[]> {
  return db
    .selectFrom('person_turns')
    .select(['case_id', 'pnr', 'held'])
    .where(sql<boolean>`case_id = any (${ids}::text[])`)
    .execute()
}

/** What waits to be sealed comes after everything that is. */
async function auditedOf(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly AuditedRow[]> {
  const { rows } = await sql<AuditedRow>`
    with told as (
      select case_id, action, authority, detail, seq as position from audit where case_id = any (${ids}::text[])
      union all
      select entry ->> 'case_id', entry ->> 'action', entry ->> 'authority', entry -> 'detail',
        id + (select coalesce(max(seq), 0) from audit)
      from audit_inbox where entry ->> 'case_id' = any (${ids}::text[])
    )
    select case_id, action, authority, detail ->> 'effect' as effect, detail ->> 'requestHash' as "requestHash",
      min(position)::float8 as position
    from told group by 1, 2, 3, 4, 5, case when detail ->> 'effect' is null then 0 else position end
    order by position`.execute(db)
  return rows
}

/** Conversations of saves whose very case the store has forgotten: an operator looks after them. */
export async function readLost(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('lost_submissions').select('dialogue').execute()
  return new Set(rows.map(({ dialogue }) => dialogue))
}
