import { causeNamed } from '@sagsgang/machines'
import { sql } from 'kysely'

import { toMoment } from '../database/moment.ts'
import { refuse } from '../errors.ts'
import type { ResumeCounts, ResumeItem, ResumeRun, ResumeRunPage } from '../operations-view.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { wordsFor } from './run-words.ts'

type RunRow = Omit<ResumeRun, 'reason' | 'counts' | 'text'> &
  ResumeCounts & { readonly reason: string | null }

const count = (state: string) => sql`(count(*) filter (where i.state = ${state}))::int`

const runColumns = sql`
  r.id as "runId", r.cause, r.reason, r.per_second as "perSecond", r.ordered_by ->> 'user' as "orderedBy",
  case when r.state = 'running' and r.start_at > now() then 'waiting' else r.state end as state,
  ${toMoment(sql`r.ordered_at`)} as "orderedAt", ${toMoment(sql`r.start_at`)} as "startAt",
  ${toMoment(sql`r.ended_at`)} as "endedAt", count(i.*)::int as total, ${count('waiting')} as waiting,
  (count(*) filter (where i.state in ('probing', 'following')))::int as following,
  ${count('verified')} as verified, ${count('notVerified')} as "notVerified",
  ${count('stillFailing')} as "stillFailing", ${count('notReady')} as "notReady", ${count('passed')} as passed`

const mostRuns = 20

/** Those under way, and the latest that ended. */
export async function listRuns(ctx: SignedIn): Promise<readonly ResumeRun[]> {
  const { rows } = await sql<RunRow>`
    select ${runColumns} from resume_runs r join resume_items i on i.run_id = r.id
    where r.authority = ${ctx.actor.authority}
    group by r.id order by r.state in ('running', 'paused') desc, r.ordered_at desc, r.id
    limit ${mostRuns}`.execute(ctx.services.db)
  return rows.map(toRun)
}

type ItemRow = Omit<ResumeItem, 'reason'> & { readonly reason: string | null }

/** One run with a page of its cases, in the order in which they are tried. */
export async function readRun(
  ctx: SignedIn,
  {
    runId,
    after,
    limit,
  }: { readonly runId: string; readonly after: number; readonly limit: number },
): Promise<ResumeRunPage> {
  const { db } = ctx.services
  const { rows: runs } = await sql<RunRow>`
    select ${runColumns} from resume_runs r join resume_items i on i.run_id = r.id
    where r.id = ${runId} and r.authority = ${ctx.actor.authority} group by r.id`.execute(db)
  if (runs[0] === undefined) throw refuse('runNotFound')
  const { rows } = await sql<ItemRow>`
    select i.place, i.case_id as "caseId", c.number, i.state, i.reason,
      ${toMoment(sql`i.started_at`)} as "startedAt", ${toMoment(sql`i.ended_at`)} as "endedAt"
    from resume_items i join cases c on c.id = i.case_id
    where i.run_id = ${runId} and i.place > ${after} order by i.place limit ${limit + 1}`.execute(
    db,
  )
  const page = rows.slice(0, limit)
  return {
    ...toRun(runs[0]),
    items: page.map(({ reason, ...item }) => ({ ...item, reason: wordsFor(reason) })),
    next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
  }
}

function toRun(row: RunRow): ResumeRun {
  const { reason, ...run } = row
  const { total, waiting, following, verified, notVerified, stillFailing, notReady, passed } = row
  const counts = {
    total,
    waiting,
    following,
    verified,
    notVerified,
    stillFailing,
    notReady,
    passed,
  }
  const { runId, cause, state, orderedBy, orderedAt, startAt, endedAt, perSecond } = run
  return {
    runId,
    cause,
    state,
    orderedBy,
    orderedAt,
    startAt,
    endedAt,
    perSecond,
    counts,
    text: causeNamed(cause).text,
    reason: wordsFor(reason),
  }
}
