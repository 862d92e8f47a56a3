import type { Text } from '@sagsgang/events'
import { causeOf, type Status } from '@sagsgang/machines'
import { sql } from 'kysely'

import type { CaseCounts, StuckGroup } from '../case-view.ts'
import { toMoment } from '../database/moment.ts'
import { caseColumns, type CaseRecord } from './case-record.ts'
import { isOver, isOverdue, over, scopeOf, toCaseRow } from './list-cases.ts'
import type { SignedIn } from './trpc.ts'

export async function countCases(ctx: SignedIn): Promise<CaseCounts> {
  const today = ctx.services.clock.today()
  const scope = sql.join([...scopeOf(ctx)], sql` and `)
  const { rows } = await sql<{
    status: Status
    count: number
    mine: number
    overdue: number
    stuck: number
  }>`
    select c.status, count(*)::int as count,
      (count(*) filter (where c.assignee = ${ctx.actor.user} and c.status <> all(${over}::text[])))::int as mine,
      (count(*) filter (where ${isOverdue(true, today)}))::int as overdue,
      (count(*) filter (where c.stuck_cause is not null))::int as stuck
    from cases c where ${scope} group by c.status`.execute(ctx.services.db)
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + pick(row), 0)
  return {
    mine: sum(({ mine }) => mine),
    unit: sum(({ count, status }) => (isOver(status) ? 0 : count)),
    stuck: sum(({ stuck }) => stuck),
    overdue: sum(({ overdue }) => overdue),
    byStatus: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
  }
}

const shownPerGroup = 50

/** Stuck cases by what keeps them, the commonest cause first. */
export async function groupStuck(ctx: SignedIn): Promise<readonly StuckGroup[]> {
  const today = ctx.services.clock.today()
  const scope = sql.join([...scopeOf(ctx)], sql` and `)
  const { rows } = await sql<
    CaseRecord & { place: number; total: number; first: string; last: string }
  >`
    select * from (
      select ${caseColumns},
        row_number() over (partition by c.stuck_cause order by c.changed_at)::int as place,
        count(*) over (partition by c.stuck_cause)::int as total,
        ${toMoment(sql`min(c.changed_at) over (partition by c.stuck_cause)`)} as first,
        ${toMoment(sql`max(c.changed_at) over (partition by c.stuck_cause)`)} as last
      from cases c left join case_views v on v.case_id = c.id
      where c.stuck_cause is not null and ${scope}) stuck
    where place <= ${shownPerGroup} order by total desc, "stuckCause", place`.execute(
    ctx.services.db,
  )
  const groups = Map.groupBy(rows, ({ stuckCause }) => stuckCause ?? '')
  return [...groups].map(([cause, members]) => ({
    cause,
    text: textOf(cause, members[0]),
    count: members[0]?.total ?? 0,
    firstAt: members[0]?.first ?? '',
    lastAt: members[0]?.last ?? '',
    cases: members.map((record) => toCaseRow(record, today, ctx.sight === 'metadata')),
  }))
}

function textOf(cause: string, record: CaseRecord | undefined): Text {
  const known = record === undefined ? null : causeOf(record.snapshot)
  return known?.text ?? { da: cause, en: cause }
}
