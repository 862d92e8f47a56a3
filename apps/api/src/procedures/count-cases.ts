import { type Status, statuses } from '@sagsgang/machines'
import { sql, type RawBuilder } from 'kysely'

import type { CaseCounts } from '../case-view.ts'
import { isOver, isOverdue, isRunning, scopeOf } from './list-cases.ts'
import type { SignedIn } from './trpc.ts'

/** Nobody works through more than that; counting further would cost more the more there are. */
const cap = 1_000

/** What tabs and badges say. One beyond the cap stands for any number beyond it. */
export async function countCases(ctx: SignedIn): Promise<CaseCounts> {
  const today = ctx.services.clock.today()
  const scope = sql.join([...scopeOf(ctx)], sql` and `)
  const count = (filter: RawBuilder<unknown>) =>
    sql`(select count(*)::int from (select from cases c where ${scope} and ${filter} limit ${cap + 1}) counted)`
  const { rows } = await sql<{
    byStatus: Readonly<Record<Status, number>>
    mine: number
    overdue: number
    stuck: number
  }>`
    select (select jsonb_object_agg(one.value, ${count(sql`c.status = one.value`)})
        from unnest(${[...statuses]}::text[]) as one (value)) as "byStatus",
      ${count(sql`c.assignee = ${ctx.actor.user} and ${isRunning}`)} as mine,
      ${count(isOverdue(true, today))} as overdue,
      ${count(sql`c.stuck_cause is not null`)} as stuck`.execute(ctx.services.db)
  const [counted] = rows
  if (!counted) throw new Error('counting gave no row')
  const running = statuses.filter((status) => !isOver(status))
  const unit = running.reduce((sum, status) => sum + counted.byStatus[status], 0)
  const byStatus = Object.fromEntries(
    Object.entries(counted.byStatus).filter(([, number]) => number > 0),
  )
  return { ...counted, byStatus, unit: Math.min(unit, cap + 1), cap }
}
