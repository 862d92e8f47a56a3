import type { ExpectedChange } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { SubmissionState } from '../database/submission-tables.ts'
import { holdsLease } from '../engine/effect-queue.ts'
import type { StoredCase } from '../engine/ports.ts'
import { meetLost } from './lost-submissions.ts'
import type { LogEntry } from './read-log.ts'

/** The record of one intent to change the register: committed before the call leaves. */
export interface Submission {
  readonly id: string
  readonly effectId: string
  readonly report: number
  readonly state: SubmissionState
  /** The register's stamp of the conversation: what the save wrote is younger. */
  readonly dialogue: string
  /** The register's clock when the intent was written. */
  readonly watermark: Date
  /** Null where the submission log brought it back: only what is younger than the conversation can be its. */
  readonly entriesBefore: readonly LogEntry[] | null
  readonly expected: readonly ExpectedChange[]
  readonly output: Readonly<Record<string, string>> | null
}

/** What the store knows of it besides. */
export interface StoredSubmission extends Submission {
  /** What the submission log says came of it, where the store does not know. */
  readonly loggedState: SubmissionState | null
  readonly attempt: number
  readonly service: string
  readonly authority: string
  readonly requestHash: string
  /** How often the register has been asked about it. */
  readonly rounds: number
  /** When it first showed nothing of it, by its clock. */
  readonly absentAt: Date | null
}

export interface Intent {
  readonly id: string
  readonly caseId: string
  readonly effectId: string
  readonly report: number
  readonly attempt: number
  readonly service: string
  readonly authority: string
  readonly actor: string
  /** SHA-256 of the exact bytes that leave. */
  readonly requestHash: string
  readonly dialogue: string
  readonly watermark: Date
  readonly entriesBefore: readonly LogEntry[]
  readonly expected: readonly ExpectedChange[]
  readonly fence: bigint
  readonly now: Date
}

/** False where the effect has a submission already, or the lease is gone: it may have been sent and is never sent again. */
export async function beginSubmission(
  executor: Kysely<Database>,
  intent: Intent,
): Promise<boolean> {
  // Whoever has been taken for dead meanwhile sends nothing.
  if (!(await holdsLease(executor, intent))) return false
  if (await meetLost(executor, intent)) return false
  await closeEarlier(executor, intent)
  const inserted = await executor
    .insertInto('submissions')
    .values({
      id: intent.id,
      case_id: intent.caseId,
      effect_id: intent.effectId,
      report: intent.report,
      attempt: intent.attempt,
      state: 'sending',
      service: intent.service,
      authority: intent.authority,
      actor: intent.actor,
      request_hash: intent.requestHash,
      dialogue: intent.dialogue,
      watermark: watermarkOf(intent),
      entries_before: JSON.stringify(intent.entriesBefore),
      expected: JSON.stringify(intent.expected),
      fence: intent.fence,
      output: null,
      created_at: intent.now,
      settled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** The register's moment by the store's clock: what settles from here on must not hang on a machine whose own is wrong. */
function watermarkOf({ watermark, now }: Intent) {
  const aheadMs = watermark.getTime() - now.getTime()
  return sql<Date>`now() + ${aheadMs}::double precision * interval '1 millisecond'`
}

/** Whether an intent whose commit went unanswered is there, and as this holder of the lease wrote it. */
export async function isBegun(
  executor: Kysely<Database>,
  { id, fence }: Pick<Intent, 'id' | 'fence'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from submissions where id = ${id} and fence = ${fence} and state = 'sending'`.execute(
    executor,
  )
  return rows.length === 1
}

/** A case tells the register again only once evidence or a person has said that the last attempt came to nothing. */
async function closeEarlier(executor: Kysely<Database>, intent: Intent): Promise<void> {
  await executor
    .updateTable('submissions')
    .set({ state: 'notApplied', settled_at: intent.now })
    .where('case_id', '=', intent.caseId)
    .where('report', '=', intent.report)
    .where('effect_id', '!=', intent.effectId)
    .where('state', '=', 'inDoubt')
    .execute()
}

/** Held until the transaction ends. */
export async function isInDoubt(executor: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from submissions where id = ${id} and state in ('sending', 'inDoubt') for update`.execute(
    executor,
  )
  return rows.length === 1
}

/** Nothing is left to wait for. */
export async function hastenSettling(executor: Kysely<Database>, caseId: string): Promise<void> {
  await sql`
    update effects set due_at = now(), clock = 'real'
    where case_id = ${caseId} and type = 'settle' and state = 'open' and lease_until is null`.execute(
    executor,
  )
}

/** What became of an intent; one still in doubt is not settled. */
export async function settleSubmission(
  executor: Kysely<Database>,
  settled: {
    readonly id: string
    readonly state: SubmissionState
    readonly output: Readonly<Record<string, string>> | null
    readonly now: Date
  },
): Promise<void> {
  await executor
    .updateTable('submissions')
    .set({
      state: settled.state,
      output: settled.output === null ? null : JSON.stringify(settled.output),
      settled_at: settled.state === 'inDoubt' ? null : settled.now,
    })
    .where('id', '=', settled.id)
    .execute()
}

/** Every submission of a case, the latest first. */
export async function submissionsOf(
  executor: Kysely<Database>,
  caseId: string,
): Promise<readonly StoredSubmission[]> {
  const found = await sql<StoredSubmission>`
    select id, effect_id as "effectId", report, state, dialogue, watermark, output, rounds,
      attempt, service, authority, request_hash as "requestHash",
      coalesce(expected, '[]') as expected, entries_before as "entriesBefore", logged_state as "loggedState", absent_at as "absentAt"
    from submissions where case_id = ${caseId}
    order by report desc, attempt desc, created_at desc`.execute(executor)
  return found.rows
}

/** The submission that last carried a report. */
export async function latestSubmission(
  executor: Kysely<Database>,
  of: { readonly caseId: string; readonly report: number },
): Promise<StoredSubmission | undefined> {
  const all = await submissionsOf(executor, of.caseId)
  return all.find(({ report }) => report === of.report)
}

/** What the register gave for the first report: by its answer or, where a person decided, by what was read back. */
export async function outputOf(
  executor: Kysely<Database>,
  { id, snapshot }: Pick<StoredCase, 'id' | 'snapshot'>,
): Promise<Readonly<Record<string, string>>> {
  const [answered = {}] = snapshot.context.accepted.outputs
  if (Object.keys(answered).length > 0) return answered
  const submission = await latestSubmission(executor, { caseId: id, report: 0 })
  return submission?.output ?? {}
}

/** Whether somebody stands in a case that is not this one: what gave them their number was not its save. */
export async function isInAnotherCase(
  executor: Kysely<Database>,
  caseId: string,
  pnr: string,
): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select exists (
      select from case_persons where pnr = ${pnr} and case_id <> ${caseId}
    ) as taken`.execute(executor)
  return found.rows[0]?.taken ?? false
}
