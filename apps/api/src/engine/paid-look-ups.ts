import { type RawBuilder, sql } from 'kysely'

import { dayOf, startOfDay } from '../clock.ts'
import type { Job } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { Clock } from './ports.ts'

/** Thrice what the roughest of our random histories asks for in one case: one that asks in circles is noticed before the bill. */
const LOOKUPS_PER_DAY = 500

/**
 * Whether the case has had its lookups for today. Whoever resumes it grants as many again. A save that is under way is
 * never held up by this: it is the lookups before and after it that are.
 */
export function isBudgetSpent(
  { lookUpsPerDay = LOOKUPS_PER_DAY }: Pick<EngineDeps, 'lookUpsPerDay'>,
  { paid }: Pick<Job, 'paid'>,
): boolean {
  return paid >= lookUpsPerDay
}

/** How many lookups a case has had today, or since it was last resumed: a register that was out of reach sends no bill. */
export function paidToday(clock: Clock, caseId: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(
    select count(*)::integer from gctp_messages
    where case_id = ${caseId} and action = 'read' and reply is not null
      and at > greatest(${morningOf(clock)}, (
        select max(at) from journal where case_id = ${caseId} and message ->> 'type' = 'resume')))`
}

/** Since when lookups are counted. */
export function morningOf(clock: Clock): Date {
  return startOfDay(dayOf(clock.realNow()))
}
