import { effectNames } from '@sagsgang/machines'
import type { EffectType } from '@sagsgang/machines'
import { sql } from 'kysely'
import { z } from 'zod'

import { toMoment } from '../database/moment.ts'
import { listDrift } from '../drift/list-drift.ts'
import type {
  CaseToDecide,
  DriftPage,
  LandingToApprove,
  LostSubmissionView,
  OperationsView,
  ResumePreview,
  ResumeRun,
  ResumeRunPage,
} from '../operations-view.ts'
import { decideLost } from '../stuck/decide-lost.ts'
import { lostDecisionInput, oneRun, previewInput, runInput, startInput } from '../stuck/inputs.ts'
import { listDecisions } from '../stuck/list-decisions.ts'
import { listLandings } from '../stuck/list-landings.ts'
import { listLost } from '../stuck/list-lost.ts'
import { previewResume } from '../stuck/preview.ts'
import { listRuns, readRun } from '../stuck/read-runs.ts'
import { startRun } from '../stuck/start-run.ts'
import { type Steering, steerRun } from '../stuck/steer-run.ts'
import { procedureFor, router, type SignedIn } from './trpc.ts'

const read = procedureFor('operations.read')
const resume = procedureFor('cases.resume')

const firstPage = (runId: string) => ({ runId, after: 0, limit: 50 })

export const operationsRouter = router({
  overview: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<OperationsView> => readOverview(ctx)),
  previewResume: read
    .input(previewInput)
    .query(({ ctx, input }): Promise<ResumePreview> => previewResume(ctx, input)),
  resumeRuns: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<readonly ResumeRun[]> => listRuns(ctx)),
  resumeRun: read
    .input(runInput)
    .query(({ ctx, input }): Promise<ResumeRunPage> => readRun(ctx, input)),
  landings: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<readonly LandingToApprove[]> => listLandings(ctx)),
  lostSubmissions: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<readonly LostSubmissionView[]> => listLost(ctx)),
  decideLost: procedureFor('operations.decideLost')
    .input(lostDecisionInput)
    .mutation(({ ctx, input }): Promise<readonly LostSubmissionView[]> => decideLost(ctx, input)),
  decisions: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<readonly CaseToDecide[]> => listDecisions(ctx)),
  drift: read
    .input(z.strictObject({}).nullish())
    .query(({ ctx }): Promise<DriftPage> => listDrift(ctx)),
  startResume: resume
    .input(startInput)
    .mutation(async ({ ctx, input }) =>
      readRun(ctx, firstPage(await startRun(ctx, { ...input, perSecond: input.onePerSecond }))),
    ),
  pauseResume: steering('pause'),
  goOnResume: steering('goOn'),
  stopResume: steering('stop'),
})

function steering(word: Steering) {
  return resume.input(oneRun).mutation(async ({ ctx, input }): Promise<ResumeRunPage> => {
    await steerRun(ctx, input.runId, word)
    return readRun(ctx, firstPage(input.runId))
  })
}

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
