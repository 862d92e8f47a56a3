import { say, type Text } from '@sagsgang/events'
import { causeNamed, isRepeatable, placeOf, places, unreadable } from '@sagsgang/machines'
import { sql } from 'kysely'

import { toMoment } from '../database/moment.ts'
import { refuse } from '../errors.ts'
import type { ResumePreview, StuckCase } from '../operations-view.ts'
import { caseColumns, type CaseRecord } from '../procedures/case-record.ts'
import { scopeOf, toCaseRow } from '../procedures/list-cases.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { wordsFor } from './run-words.ts'

export interface PreviewOrder {
  readonly cause: string
  readonly event?: string | undefined
  readonly cursor?: string | null | undefined
  readonly limit: number
}

type Row = CaseRecord & {
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
  readonly isUnderWay: boolean
}

const would: readonly Text[] = [
  say(
    'Først prøves, uden at noget ændres, om databasen skriver, om CPR svarer, og om personen findes',
    'First it is tried, changing nothing, whether the database writes, CPR answers and the person is there',
  ),
  say(
    'Så gentages det, der svigtede. En indberetning uden svar slås op, før den sendes igen',
    'Then what failed is repeated. A report without an answer is looked up before it is sent again',
  ),
  say(
    'Til sidst følges sagen, til det er vist, at den er kommet videre',
    'Last the case is followed until it is shown to have moved on',
  ),
]

/** Which cases a run would take, in its order: the oldest first. */
export async function previewResume(ctx: SignedIn, order: PreviewOrder): Promise<ResumePreview> {
  const { cause, limit } = order
  const filter = sql.join(filtersOf(ctx, order), sql` and `)
  const { rows } = await sql<Row>`
    select ${caseColumns}, coalesce(s.times, 1) as times,
      ${toMoment(sql`coalesce(s.first_at, c.changed_at)`)} as "firstAt",
      ${toMoment(sql`coalesce(s.last_at, c.changed_at)`)} as "lastAt", ${underWay} as "isUnderWay"
    from cases c left join case_views v on v.case_id = c.id
      left join stuck_spells s on s.case_id = c.id and s.cause = c.stuck_cause
    where ${filter} and ${after(order.cursor)} order by c.number, c.id limit ${limit + 1}`.execute(
    ctx.services.db,
  )
  const page = rows.slice(0, limit)
  const counts = await countAll(ctx, order)
  const { text, remedy, owner } = causeNamed(cause)
  const isAble = isRepeatable(cause)
  return {
    cause,
    text,
    remedy,
    owner,
    total: counts.total,
    resumable: isAble ? counts.total - counts.underWay : 0,
    would: isAble ? would : [],
    cannot: cannotOf(isAble, counts),
    cases: page.map((row) => toStuckCase(ctx, row)),
    next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  }
}

const underWay = sql<boolean>`exists (
  select from resume_items i where i.case_id = c.id and i.state in ('waiting', 'probing', 'following'))`

export function filtersOf(ctx: SignedIn, { cause, event }: Pick<PreviewOrder, 'cause' | 'event'>) {
  const ofEvent = event === undefined ? [] : [sql`c.event = ${event}`]
  return [...scopeOf(ctx), sql`c.stuck_cause = ${cause}`, ...ofEvent]
}

/** The number of a case is the key of a page: it never changes, and orders by age. */
function after(cursor: string | null | undefined) {
  if (cursor == null) return sql`true`
  if (!/^[\d-]{1,30}$/.test(cursor)) throw refuse('cursorInvalid')
  return sql`c.number > ${cursor}`
}

interface Counts {
  readonly total: number
  readonly underWay: number
}

async function countAll(ctx: SignedIn, order: PreviewOrder): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*)::int as total, (count(*) filter (where ${underWay}))::int as "underWay"
    from cases c where ${sql.join(filtersOf(ctx, order), sql` and `)}`.execute(ctx.services.db)
  return rows[0] ?? { total: 0, underWay: 0 }
}

function cannotOf(isAble: boolean, { total, underWay: busy }: Counts): ResumePreview['cannot'] {
  const reason = isAble ? 'underWay' : 'notRepeatable'
  const count = isAble ? busy : total
  const text = wordsFor(reason)
  return count === 0 || text === null ? [] : [{ reason, text, count }]
}

function toStuckCase(ctx: SignedIn, row: Row): StuckCase {
  const isAble = isRepeatable(row.stuckCause ?? '')
  const reason = isAble ? (row.isUnderWay ? 'underWay' : null) : 'notRepeatable'
  const { times, firstAt, lastAt } = row
  return {
    ...toCaseRow(row, ctx),
    step: stepOf(row),
    times,
    firstAt,
    lastAt,
    resumable: reason === null,
    reason: wordsFor(reason),
  }
}

/** Of a case that cannot be read nobody knows where it stands. */
function stepOf({ stuckCause, snapshot }: CaseRecord): Text {
  if (stuckCause === unreadable) return say('Ukendt trin', 'Unknown step')
  return places[placeOf(snapshot)].name
}
