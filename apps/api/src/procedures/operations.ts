import { effectNames } from '@sagsgang/machines'
import type { EffectType } from '@sagsgang/machines'
import { sql } from 'kysely'
import { z } from 'zod'

import { toMoment } from '../database/moment.ts'
import type { OperationsView } from '../operations-view.ts'
import { procedureFor, router, type SignedIn } from './trpc.ts'

export const operationsRouter = router({
  overview: procedureFor('operations.read')
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<OperationsView> => readOverview(ctx)),
})

async function readOverview({ services, actor }: SignedIn): Promise<OperationsView> {
  const [queue, register, cases] = await Promise.all([
    sql<Omit<OperationsView['queue'][number], 'name'>>`
      select type, class, count(*)::int as waiting,
        (count(*) filter (where last_failure is not null))::int as retrying,
        ${toMoment(sql`min(created_at)`)} as "oldestAt"
      from effects where state = 'open' and authority = ${actor.authority}
      group by type, class order by min(created_at)`.execute(services.db),
    sql<OperationsView['register'][number]>`
      select m.service, count(*)::int as calls,
        (count(*) filter (where m.reply is null))::int as failures,
        (percentile_cont(0.5) within group (order by m.milliseconds))::float8 as "medianMilliseconds",
        max(m.milliseconds) as "slowestMilliseconds",
        ${toMoment(sql`max(m.at)`)} as "lastAt"
      from gctp_messages m join cases c on c.id = m.case_id and c.authority = ${actor.authority}
      where m.at > now() - interval '1 day'
      group by m.service order by m.service`.execute(services.db),
    sql<OperationsView['cases'][number]>`
      select event, status, count(*)::int as count from cases
      where authority = ${actor.authority} group by event, status order by event, status`.execute(
      services.db,
    ),
  ])
  const named = queue.rows.map((row) => ({ ...row, name: nameOfWork(row.type) }))
  return { queue: named, register: register.rows, cases: cases.rows }
}

const isKnown = (type: string): type is EffectType => type in effectNames

/** What is stored may be older than the words for it. */
const nameOfWork = (type: string) => (isKnown(type) ? effectNames[type] : { da: type, en: type })
