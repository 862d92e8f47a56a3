import { effectClasses } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import { dayOf, startOfDay } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import type { Job } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'

/** Thrice what the roughest of our random histories asks for in one case: one that asks in circles is noticed before the bill. */
const LOOKUPS_PER_DAY = 500

/**
 * Whether the case has had its lookups for today. Whoever resumes it grants as many again. A save that is under way is
 * never held up by this: it is the lookups before and after it that are.
 */
export async function isBudgetSpent(
  { db, clock, lookUpsPerDay = LOOKUPS_PER_DAY }: EngineDeps,
  { caseId, effect }: Pick<Job, 'caseId' | 'effect'>,
): Promise<boolean> {
  if (effectClasses[effect.type] !== 'lookup') return false
  const morning = startOfDay(dayOf(clock.realNow()))
  return (await paidSince(db, caseId, morning)) >= lookUpsPerDay
}

/** What was answered: a register that was out of reach sends no bill. */
async function paidSince(db: Kysely<Database>, caseId: string, morning: Date): Promise<number> {
  const { rows } = await sql<{ paid: number }>`
    select count(*)::integer as paid from gctp_messages
    where case_id = ${caseId} and action = 'read' and reply is not null
      and at > greatest(${morning}, (
        select max(at) from journal where case_id = ${caseId} and message ->> 'type' = 'resume'))`.execute(
    db,
  )
  return rows[0]?.paid ?? 0
}
