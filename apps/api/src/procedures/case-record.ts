import type { Snapshot, Status } from '@sagsgang/machines'
import { sql, type Kysely, type RawBuilder } from 'kysely'

import { toMoment } from '../database/moment.ts'
import type { Database } from '../database/schema.ts'
import { readable } from '../upgrade/readable.ts'

/** A case as it lies in the store, for showing: nothing here is written back. */
export interface CaseRecord {
  readonly id: string
  readonly number: string
  readonly event: string
  readonly authority: string
  readonly parentId: string | null
  readonly followOn: string | null
  readonly snapshot: Snapshot
  readonly version: number
  readonly machineVersion: number
  readonly status: Status
  readonly stuckCause: string | null
  /** When its present cause was first seen; null while it is well. */
  readonly stuckSince: string | null
  readonly assignee: string | null
  /** YYYYMMDD. */
  readonly deadline: string | null
  readonly purpose: string
  readonly openedBy: string
  readonly openedAt: string
  readonly changedAt: string
  /** Microseconds since 1970: the key of a page. */
  readonly sortKey: string
  /** By number, as last looked up. */
  readonly people: Readonly<Record<string, KnownPerson>>
}

/** How somebody is addressed; of protected people nothing but that they are. */
export interface KnownPerson {
  readonly name: string | null
  readonly protected: boolean
}

/** How the people of a view are addressed, by number. */
const addressed = (view: RawBuilder<unknown>) => sql`(
  select jsonb_object_agg(p.key, jsonb_build_object(
    'name', case when p.value ->> 'protected' = 'false' then p.value -> 'addressingName' end,
    'protected', p.value -> 'protected'))
  from jsonb_each(${view}) p where jsonb_typeof(p.value) = 'object')`

/** What the register showed for the case or, until it has been asked, for its primary; once it is over, what was kept. */
const people = sql`coalesce(
  ${addressed(sql`v.view -> 'people'`)},
  ${addressed(sql`(select view -> 'people' from case_views where case_id = c.parent_id)`)},
  (select jsonb_object_agg(p.pnr, jsonb_build_object('name', p.name, 'protected', p.protected))
    from case_persons p where p.case_id = c.id and p.protected is not null),
  '{}'::jsonb)`

const stuckSince = sql`(
  select ${toMoment(sql`s.first_at`)} from stuck_spells s where s.case_id = c.id and s.cause = c.stuck_cause)`

/** The columns of a `CaseRecord`, over `cases` with `case_views` beside it. */
export const caseColumns = sql`
  c.id, c.number, c.event, c.authority, c.parent_id as "parentId", c.follow_on as "followOn",
  c.snapshot, c.version, c.machine_version as "machineVersion", c.status, c.stuck_cause as "stuckCause", c.assignee,
  ${stuckSince} as "stuckSince", to_char(c.deadline, 'YYYYMMDD') as deadline, c.purpose, c.opened_by as "openedBy",
  ${toMoment(sql`c.opened_at`)} as "openedAt",
  ${toMoment(sql`c.changed_at`)} as "changedAt",
  (extract(epoch from c.changed_at) * 1000000)::bigint::text as "sortKey",
  ${people} as people`

export async function findCaseRecord(
  db: Kysely<Database>,
  caseId: string,
): Promise<CaseRecord | undefined> {
  const { rows } = await sql<CaseRecord>`
    select ${caseColumns} from cases c left join case_views v on v.case_id = c.id
    where c.id = ${caseId}`.execute(db)
  const [record] = rows
  return record && readable(record)
}
