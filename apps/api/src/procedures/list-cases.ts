import { catalogue, maintenanceCatalogue, nameOf, getDefinition, maskPnr } from '@sagsgang/events'
import { causeOf, waitsFor, type Status } from '@sagsgang/machines'
import { sql, type RawBuilder } from 'kysely'

import type { CasePage, CaseRow } from '../case-view.ts'
import { refuse } from '../errors.ts'
import { caseColumns, type CaseRecord, type KnownPerson } from './case-record.ts'
import { plainPnr } from './field-input.ts'
import type { ListInput } from './inputs.ts'
import { membersOf } from './members.ts'
import type { SignedIn } from './trpc.ts'

type Filter = RawBuilder<unknown>

/** One page, the latest change first. The key of the next page is the last row's, so nothing is counted or skipped. */
export async function listCases(ctx: SignedIn, input: ListInput): Promise<CasePage> {
  const today = ctx.services.clock.today()
  const filters = [
    ...scopeOf(ctx),
    ...filtersOf(input, ctx.actor.user, today),
    ...after(input.cursor),
  ]
  const { rows } = await sql<CaseRecord>`
    select ${caseColumns} from cases c left join case_views v on v.case_id = c.id
    where ${sql.join(filters, sql` and `)}
    order by c.changed_at desc, c.id desc
    limit ${input.limit + 1}`.execute(ctx.services.db)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    cases: page.map((record) => toCaseRow(record, today, ctx.sight === 'metadata')),
    next: rows.length > page.length && last !== undefined ? toCursor(last) : null,
  }
}

/** Which cases there are for this person: the same rule as `authorize`, as a filter. */
export function scopeOf({ actor, sight }: Pick<SignedIn, 'actor' | 'sight'>): readonly Filter[] {
  const authority = sql`c.authority = ${actor.authority}`
  return sight === 'own' ? [authority, sql`c.opened_by = ${actor.user}`] : [authority]
}

const given = <T>(value: T | undefined, filter: (value: T) => Filter): readonly Filter[] =>
  value === undefined ? [] : [filter(value)]

function filtersOf(input: ListInput, user: string, today: string): readonly Filter[] {
  return [
    ...given(input.status, (status) => sql`c.status = any(${[status].flat()}::text[])`),
    ...given(input.event, (event) => sql`c.event = ${event}`),
    ...given(input.person, concerns),
    ...given(input.assignee, (who) => assignedTo(who === 'me' ? user : who)),
    ...given(input.overdue, (wanted) => isOverdue(wanted, today)),
    ...given(input.stuck, isStuck),
    ...given(input.parent, (parent) => sql`c.parent_id = ${parent}`),
    ...given(input.text?.trim() || undefined, matches),
  ]
}

const isStuck = (wanted: boolean): Filter =>
  wanted ? sql`c.stuck_cause is not null` : sql`c.stuck_cause is null`

/** Drafts count too: whom they are about stands in what was typed, for nobody has looked them up yet. */
const concerns = (person: string): Filter => {
  const pnr = plainPnr(person.trim())
  return sql`(exists (select from case_persons p where p.case_id = c.id and p.pnr = ${pnr})
    or c.status = 'draft' and jsonb_path_exists(c.snapshot -> 'context' -> 'data', '$.** ? (@ == $pnr)',
      jsonb_build_object('pnr', ${pnr}::text)))`
}

const assignedTo = (user: string | null): Filter =>
  user === null ? sql`c.assignee is null` : sql`c.assignee = ${user}`

export const over: readonly Status[] = ['withdrawn', 'undone', 'completed']

export const isOver = (status: Status): boolean => over.includes(status)

/** What is over is late for nothing, whatever deadline it once had. */
export function isOverdue(wanted: boolean, today: string): Filter {
  const late = sql`(c.deadline < to_date(${today}, 'YYYYMMDD') and c.status <> all(${over}::text[]))`
  return wanted ? late : sql`${late} is not true`
}

/** A case number, an event's name in either language, or a whole personnummer. */
function matches(text: string): Filter {
  if (/^\d{10}$/.test(plainPnr(text))) return concerns(text)
  const wanted = text.toLowerCase()
  const events = [...catalogue, ...maintenanceCatalogue]
    .filter(({ id, name }) =>
      [id, name.da, name.en].some((word) => word.toLowerCase().includes(wanted)),
    )
    .map(({ id }) => id)
  return sql`(strpos(lower(c.number), ${wanted}) > 0 or c.event = any(${events}::text[]))`
}

const cursorShape = /^(\d{1,16})\|([\w-]{1,100})$/

const toCursor = ({ sortKey, id }: CaseRecord): string =>
  Buffer.from(`${sortKey}|${id}`).toString('base64url')

function after(cursor: string | null | undefined): readonly Filter[] {
  if (cursor == null) return []
  const [, changedAt, id] = cursorShape.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (changedAt === undefined || id === undefined) throw refuse('cursorInvalid')
  const moment = sql`timestamptz 'epoch' + ${changedAt}::bigint * interval '1 microsecond'`
  return [sql`(c.changed_at, c.id) < (${moment}, ${id})`]
}

export function toCaseRow(record: CaseRecord, today: string, isMetadata: boolean): CaseRow {
  const { snapshot, people } = record
  const cause = causeOf(snapshot)
  const pnr = isMetadata ? undefined : membersOf(record)[0]?.pnr
  return {
    caseId: record.id,
    number: record.number,
    event: record.event,
    eventName: nameOf(record.event),
    status: record.status,
    version: record.version,
    person: pnr === undefined ? null : toPerson(pnr, people[pnr]),
    waitsFor: waitsFor(getDefinition(record.event), snapshot),
    deadline: record.deadline,
    overdue: record.deadline !== null && record.deadline < today && !isOver(record.status),
    assignee: record.assignee,
    cause: cause === null ? null : { word: cause.word, text: cause.text },
    changedAt: record.changedAt,
  }
}

const toPerson = (pnr: string, known: KnownPerson | undefined) => ({
  masked: maskPnr(pnr),
  name: known?.name ?? null,
  protected: known?.protected ?? false,
})
