import { causeNamed, isRepeatable } from '@sagsgang/machines'
import { sql } from 'kysely'

import type { StuckGroup } from '../case-view.ts'
import { toMoment } from '../database/moment.ts'
import { dueAt } from '../stuck/due-at.ts'
import { caseColumns, type CaseRecord } from './case-record.ts'
import { scopeOf, toCaseRow } from './list-cases.ts'
import type { SignedIn } from './trpc.ts'

const shownPerGroup = 50

type Member = CaseRecord & { readonly place: number }

/** Stuck cases by what keeps them, the commonest cause first. */
export async function groupStuck(ctx: SignedIn): Promise<readonly StuckGroup[]> {
  const scope = sql.join([...scopeOf(ctx)], sql` and `)
  const { rows } = await sql<Member>`
    select ${caseColumns}, shown.place from (
      select * from (
        select c.id, row_number() over (partition by c.stuck_cause order by c.id)::int as place
        from cases c where c.stuck_cause is not null and ${scope}) stuck
      where place <= ${shownPerGroup}) shown
    join cases c on c.id = shown.id left join case_views v on v.case_id = c.id
    order by shown.place`.execute(ctx.services.db)
  const members = Map.groupBy(rows, ({ stuckCause }) => stuckCause ?? '')
  const figures = await figuresOf(ctx, [...members.keys()])
  return figures.map(({ cause, ...figure }) => {
    const { text, remedy, owner, hours } = causeNamed(cause)
    const { firstAt, legal, count, lastAt, overdue } = figure
    const due = dueAt({ hours, date: legal }, firstAt, ctx.services.clock)
    return {
      cause,
      text,
      remedy,
      owner,
      count,
      firstAt,
      lastAt,
      overdue,
      repeatable: isRepeatable(cause),
      dueAt: due.at,
      cases: (members.get(cause) ?? []).map((record) => toCaseRow(record, ctx)),
    }
  })
}

interface Figure {
  readonly cause: string
  readonly count: number
  readonly firstAt: string
  readonly lastAt: string
  /** YYYYMMDD. */
  readonly legal: string | null
  readonly overdue: number
}

/** Of all cases of a cause, however many are shown; how long one may stand is the cause's to say. */
async function figuresOf(ctx: SignedIn, causes: readonly string[]): Promise<readonly Figure[]> {
  const { clock, db } = ctx.services
  const allowed = causes.map((cause) => ({ cause, hours: causeNamed(cause).hours }))
  const scope = sql.join([...scopeOf(ctx)], sql` and `)
  const since = sql`coalesce(s.first_at, c.changed_at)`
  const { rows } = await sql<Figure>`
    select c.stuck_cause as cause, count(*)::int as count,
      ${toMoment(sql`min(${since})`)} as "firstAt",
      ${toMoment(sql`max(coalesce(s.last_at, c.changed_at))`)} as "lastAt",
      to_char(min(c.deadline), 'YYYYMMDD') as legal,
      (count(*) filter (where ${since} + allowed.hours * interval '1 hour' < ${clock.realNow()}
        or c.deadline < to_date(${clock.today()}, 'YYYYMMDD')))::int as overdue
    from cases c
    join jsonb_to_recordset(${JSON.stringify(allowed)}::jsonb) as allowed (cause text, hours double precision)
      on allowed.cause = c.stuck_cause
    left join stuck_spells s on s.case_id = c.id and s.cause = c.stuck_cause
    where ${scope} group by c.stuck_cause order by count(*) desc, c.stuck_cause`.execute(db)
  return rows
}
