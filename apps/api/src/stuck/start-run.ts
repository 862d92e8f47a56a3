import { isRepeatable } from '@sagsgang/machines'
import { sql, type Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { realChance } from '../edges.ts'
import { takeKey } from '../engine/idempotency.ts'
import { refuse } from '../errors.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { filtersOf } from './preview.ts'

export interface RunOrder {
  readonly cause: string
  readonly event?: string | undefined
  /** Absent: all of the cause, as they stand now. */
  readonly caseIds?: readonly string[] | undefined
  readonly all?: boolean | undefined
  readonly perSecond: number
  /** A moment; nothing is tried before. */
  readonly at?: string | undefined
  readonly idempotencyKey: string
}

/** Puts a run on file; whoever looks next carries it out. Ordered twice under one key, it is one run. */
export async function startRun(ctx: SignedIn, order: RunOrder): Promise<string> {
  if (!isRepeatable(order.cause)) throw refuse('nothingToResume')
  return ctx.services.db.transaction().execute((trx) => orderIn(trx, ctx, order))
}

async function orderIn(
  trx: Transaction<Database>,
  ctx: SignedIn,
  order: RunOrder,
): Promise<string> {
  const { actor, services } = ctx
  const { idempotencyKey: key, ...body } = order
  const caseId = realChance.newId()
  const now = services.clock.realNow()
  const use = await takeKey(trx, { actor, key, body, caseId, now })
  if (use.type === 'otherBody') throw refuse('idempotencyKeyReused')
  if (use.type === 'again') return use.caseId
  const count = await write(trx, ctx, { runId: caseId, order })
  if (count === 0) throw refuse('nothingToResume')
  await services.auditor.record(trx, {
    actor,
    action: 'resume.ordered',
    outcome: 'done',
    detail: { run: caseId, cause: order.cause, count, perSecond: order.perSecond },
  })
  return caseId
}

interface Writing {
  readonly runId: string
  readonly order: RunOrder
}

/** The oldest first. A case that another run has under way stays with that one. */
async function write(
  trx: Transaction<Database>,
  ctx: SignedIn,
  { runId, order }: Writing,
): Promise<number> {
  const { cause, perSecond, at, caseIds } = order
  const { actor } = ctx
  const start = at === undefined ? sql`now()` : sql`greatest(now(), ${at}::timestamptz)`
  await sql`
    insert into resume_runs (id, authority, cause, ordered_by, state, per_second, ordered_at, start_at, next_at)
    values (${runId}, ${actor.authority}, ${cause}, ${JSON.stringify(actor)}::jsonb, 'running', ${perSecond},
      now(), ${start}, ${start})`.execute(trx)
  const chosen = caseIds === undefined ? sql`true` : sql`c.id = any(${[...caseIds]}::text[])`
  const { rows } = await sql`
    insert into resume_items (run_id, place, case_id, state)
    select ${runId}, row_number() over (order by c.number, c.id), c.id, 'waiting'
    from cases c where ${sql.join(filtersOf(ctx, order), sql` and `)} and ${chosen}
      and not exists (
        select from resume_items i where i.case_id = c.id and i.state in ('waiting', 'probing', 'following'))
    on conflict (case_id) where state in ('waiting', 'probing', 'following') do nothing
    returning place`.execute(trx)
  return rows.length
}
