import {
  catalogue,
  maintenanceCatalogue,
  nameOf,
  getDefinition,
  maskPnr,
  say,
} from '@sagsgang/events'
import { waitsFor, type Status } from '@sagsgang/machines'
import { sql, type RawBuilder } from 'kysely'

import type { CasePage, CaseRow } from '../case-view.ts'
import { refuse } from '../errors.ts'
import { causeIn, standingIn } from '../stuck/case-standing.ts'
import { isReadable, readable } from '../upgrade/readable.ts'
import { caseColumns, type CaseRecord, type KnownPerson } from './case-record.ts'
import { plainPnr } from './field-input.ts'
import type { ListInput } from './inputs.ts'
import { membersOf } from './members.ts'
import type { SignedIn } from './trpc.ts'

type Filter = RawBuilder<unknown>

/**
 * One page, the latest change first. The key of the next page is the last row's, so nothing is counted or skipped; and the
 * page is found by an index that has this order, so that it costs the same however many cases there are.
 */
export async function listCases(ctx: SignedIn, input: ListInput): Promise<CasePage> {
  const today = ctx.services.clock.today()
  const { numbers, events } = meantBy(input)
  if (events?.length === 0) return { cases: [], next: null }
  const filters = [
    ...scopeOf(ctx),
    ...given(numbers, (written) => numbered(written)),
    ...filtersOf(input, ctx.actor, today),
    ...after(input.cursor),
  ]
  const { rows } = await sql<CaseRecord>`
    select ${caseColumns} from (${pageOf(input, events, filters)}) page
    join cases c on c.id = page.id left join case_views v on v.case_id = c.id
    order by c.changed_at desc, c.id desc`.execute(ctx.services.db)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    cases: page.map((record) => toCaseRow(record, ctx)),
    next: rows.length > page.length && last !== undefined ? toCursor(last) : null,
  }
}

const inOrder = sql`order by c.changed_at desc, c.id desc`

/** Of several events, or several statuses, a page of each is found and the pages are merged. */
function pageOf(
  { status, limit }: ListInput,
  events: readonly string[] | undefined,
  filters: readonly Filter[],
): Filter {
  const where = sql.join([...filters], sql` and `)
  const page = (one: Filter) =>
    sql`select c.id, c.changed_at from cases c where ${one} and ${where} ${inOrder} limit ${limit + 1}`
  const merged = (values: readonly string[], one: Filter) => sql`
    select c.id from unnest(${[...values]}::text[]) as one (value) cross join lateral (${page(one)}) c
    ${inOrder} limit ${limit + 1}`
  const statuses = status && [status].flat()
  if (events)
    return merged(
      events,
      statuses ? sql`c.event = one.value and ${isOneOf(statuses)}` : sql`c.event = one.value`,
    )
  return statuses ? merged(statuses, sql`c.status = one.value`) : page(sql`true`)
}

const isOneOf = (statuses: readonly Status[]): Filter =>
  sql`c.status = any(${[...statuses]}::text[])`

/** Which cases there are for this person: the same rule as `authorize`, as a filter. */
export function scopeOf({ actor, sight }: Pick<SignedIn, 'actor' | 'sight'>): readonly Filter[] {
  const authority = sql`c.authority = ${actor.authority}`
  return sight === 'own' ? [authority, sql`c.opened_by = ${actor.user}`] : [authority]
}

const given = <T>(value: T | undefined, filter: (value: T) => Filter): readonly Filter[] =>
  value === undefined ? [] : [filter(value)]

function filtersOf(
  input: ListInput,
  { user, authority }: SignedIn['actor'],
  today: string,
): readonly Filter[] {
  const concerned = (person: string) => concerns(person, authority)
  return [
    ...given(input.person, concerned),
    ...given(personIn(input), concerned),
    ...given(input.assignee, (who) => assignedTo(who === 'me' ? user : who)),
    ...given(input.overdue, (wanted) => isOverdue(wanted, today)),
    ...given(input.stuck, isStuck),
    ...given(input.parent, (parent) => sql`c.parent_id = ${parent}`),
  ]
}

const isStuck = (wanted: boolean): Filter =>
  wanted ? sql`c.stuck_cause is not null` : sql`c.stuck_cause is null`

/** Drafts count too: whom they are about stands in what was typed, for nobody has looked them up yet. */
const concerns = (person: string, authority: string): Filter => {
  const pnr = plainPnr(person.trim())
  const path = `$.** ? (@ == ${JSON.stringify(pnr)})`
  return sql`c.id in (select case_id from case_persons where pnr = ${pnr}
    union select id from cases where authority = ${authority} and status = 'draft'
      and snapshot -> 'context' -> 'data' @? ${path}::jsonpath)`
}

const assignedTo = (user: string | null): Filter =>
  user === null ? sql`c.assignee is null` : sql`c.assignee = ${user}`

const over: readonly Status[] = ['withdrawn', 'undone', 'completed']

export const isOver = (status: Status): boolean => over.includes(status)

// Written out, as the index of what is not over says it.
export const isRunning = sql.raw(`c.status not in (${over.map((one) => `'${one}'`).join(', ')})`)

/** What is over is late for nothing, whatever deadline it once had. */
export function isOverdue(wanted: boolean, today: string): Filter {
  const late = sql`(c.deadline < to_date(${today}, 'YYYYMMDD') and ${isRunning})`
  return wanted ? late : sql`${late} is not true`
}

/** What was written into the one field for everything: a whole personnummer, a case number, or an event. */
function writtenIn({ text }: ListInput) {
  const written = text?.trim() ?? ''
  if (written === '') return { type: 'nothing' } as const
  if (/^\d{10}$/.test(plainPnr(written))) return { type: 'person', person: written } as const
  if (/^(?:\d{4}-)?\d{1,9}$/.test(written)) return { type: 'number', number: written } as const
  return { type: 'event', event: written.toLowerCase() } as const
}

function personIn(input: ListInput): string | undefined {
  const written = writtenIn(input)
  return written.type === 'person' ? written.person : undefined
}

/** The numbers and events that are asked for; undefined where any will do. */
function meantBy(input: ListInput): {
  readonly numbers: string | undefined
  readonly events: readonly string[] | undefined
} {
  const written = writtenIn(input)
  const named = written.type === 'event' ? eventsNamed(written.event) : undefined
  const only = input.event === undefined ? undefined : [input.event]
  return {
    numbers: written.type === 'number' ? written.number : undefined,
    events: only && named ? only.filter((event) => named.includes(event)) : (only ?? named),
  }
}

/** By its id, or by a part of its name in either language. */
function eventsNamed(wanted: string): readonly string[] {
  return [...catalogue, ...maintenanceCatalogue]
    .filter(({ id, name }) =>
      [id, name.da, name.en].some((word) => word.toLowerCase().includes(wanted)),
    )
    .map(({ id }) => id)
}

/** `2026-000041`, `2026-41`, or `41` of any year. */
function numbered(written: string): Filter {
  const [last = '', year] = written.split('-').toReversed()
  const running = last.padStart(6, '0')
  return year === undefined
    ? sql`c.number in (select year || '-' || ${running} from case_numbers)`
    : sql`c.number = ${`${year}-${running}`}`
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

type Asking = Pick<SignedIn, 'services' | 'sight'>

export function toCaseRow(record: CaseRecord, asking: Asking): CaseRow {
  const { clock } = asking.services
  return {
    caseId: record.id,
    number: record.number,
    event: record.event,
    eventName: nameOf(record.event),
    status: record.status,
    version: record.version,
    deadline: record.deadline,
    overdue: record.deadline !== null && record.deadline < clock.today() && !isOver(record.status),
    assignee: record.assignee,
    changedAt: record.changedAt,
    ...(isReadable(record) ? readIn(readable(record), asking) : unread),
  }
}

type Read = Pick<CaseRow, 'person' | 'waitsFor' | 'cause' | 'standing'>

/** What only the snapshot says. */
function readIn(record: CaseRecord, { services: { clock }, sight }: Asking): Read {
  const cause = causeIn(record)
  const pnr = sight === 'metadata' ? undefined : membersOf(record)[0]?.pnr
  return {
    person: pnr === undefined ? null : toPerson(pnr, record.people[pnr]),
    waitsFor: cause?.text ?? waitsFor(getDefinition(record.event), record.snapshot),
    cause: cause === null ? null : { word: cause.word, text: cause.text },
    standing: standingIn(record, clock),
  }
}

/** A newer version has stepped it, and says more than can be read here. */
const unread: Read = {
  person: null,
  waitsFor: say(
    'Sagen er ført videre af en nyere version',
    'A newer version has taken the case on',
  ),
  cause: null,
  standing: null,
}

const toPerson = (pnr: string, known: KnownPerson | undefined) => ({
  masked: maskPnr(pnr),
  name: known?.name ?? null,
  protected: known?.protected ?? false,
})
