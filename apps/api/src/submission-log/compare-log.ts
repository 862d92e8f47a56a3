import { sql, type Kysely, type Transaction } from 'kysely'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import { latestEntries, mayStand } from './latest-entries.ts'
import type { LoggedSubmission, SubmissionLog } from './submission-log.ts'

export interface Comparing {
  readonly db: Kysely<Database>
  readonly submissionLog: Pick<SubmissionLog, 'read'>
  readonly auditor: Pick<Auditor, 'toJson'>
  readonly now: Date
}

/** What the log knew and the store did not. */
export interface Compared {
  /** Of cases that are there: they will ask the register before they tell it again. */
  readonly inDoubt: readonly LoggedSubmission[]
  /** Of cases that are gone: an operator must look. */
  readonly withoutCase: readonly LoggedSubmission[]
}

// So many at a time: a statement may take no longer than any other.
const PAGE = 1_000

/**
 * What was sent stands in the log before it leaves: whatever the store does not know of it was committed and lost. It is
 * put in doubt, as nobody can tell any more what the register answered.
 */
export async function compareLog(comparing: Comparing): Promise<Compared> {
  const { db, submissionLog } = comparing
  const logged = latestEntries(await submissionLog.read())
  const found: LoggedSubmission[] = []
  for (let at = 0; at < logged.length; at += PAGE) {
    const page = logged.slice(at, at + PAGE)
    found.push(...(await db.transaction().execute((trx) => comparePage(trx, page, comparing))))
  }
  const { rows } = await sql<{ id: string }>`
    select id from submissions where id = any (${found.map(({ id }) => id)})`.execute(db)
  const kept = new Set(rows.map(({ id }) => id))
  return {
    inDoubt: found.filter(({ id }) => kept.has(id)),
    withoutCase: found.filter(({ id }) => !kept.has(id)),
  }
}

async function comparePage(
  trx: Transaction<Database>,
  page: readonly LoggedSubmission[],
  { auditor, now }: Pick<Comparing, 'auditor' | 'now'>,
): Promise<readonly LoggedSubmission[]> {
  await noteEvidence(trx, page)
  const lost = await withoutRow(trx, page.filter(mayStand))
  if (lost.length === 0) return []
  const text = JSON.stringify(lost)
  await putInDoubt(trx, text, now)
  await listWithoutCase(trx, text, now)
  await noteRecovered(trx, auditor, lost)
  return lost
}

/** What was noted of it before it left is lost with it: that it stands again is noted instead. */
async function noteRecovered(
  trx: Transaction<Database>,
  auditor: Pick<Auditor, 'toJson'>,
  lost: readonly LoggedSubmission[],
): Promise<void> {
  const entries = lost.map(({ caseId, effectId, report, attempt, authority, ...one }) =>
    auditor.toJson({
      actor: { user: 'system', role: 'system', authority },
      action: 'update.recovered',
      outcome: one.state,
      caseId,
      service: one.service,
      detail: { effect: effectId, report, attempt, requestHash: one.requestHash },
    }),
  )
  await sql`
    insert into audit_inbox (entry)
    select value from jsonb_array_elements(${`[${entries.join(',')}]`}::jsonb)`.execute(trx)
}

/** The store may have lost no intent but what came of it: then the log's word is evidence. */
async function noteEvidence(
  trx: Transaction<Database>,
  page: readonly LoggedSubmission[],
): Promise<void> {
  const settled = page.filter(({ state }) => state !== 'sending' && state !== 'inDoubt')
  await sql`
    update submissions set logged_state = logged.state
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as logged (id text, state text)
    where submissions.id = logged.id and submissions.state in ('sending', 'inDoubt')
      and logged_state is distinct from logged.state`.execute(trx)
}

async function withoutRow(
  trx: Transaction<Database>,
  logged: readonly LoggedSubmission[],
): Promise<readonly LoggedSubmission[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${logged.map(({ id }) => id)}::text[],
      ${logged.map(({ at }) => at)}::timestamptz[]) as logged (id, at)
    where not exists (select from submissions s where s.id = logged.id)
      and not exists (select from lost_submissions l where l.id = logged.id)
      and not exists (select from forgotten_submissions where at < before)`.execute(trx)
  const lost = new Set(rows.map(({ id }) => id))
  return logged.filter(({ id }) => lost.has(id))
}

const LOGGED = sql`(id text, "caseId" text, "effectId" text, report integer, attempt integer, state text,
  service text, authority text, "requestHash" text, dialogue text, watermark timestamptz, at timestamptz)`

async function putInDoubt(trx: Transaction<Database>, lost: string, now: Date): Promise<void> {
  await sql`
    insert into submissions (id, case_id, effect_id, report, attempt, state, service, authority, actor, request_hash,
      dialogue, watermark, created_at, recovered_at, logged_state)
    select l.id, c.id, "effectId", report, attempt, 'inDoubt', service, l.authority, c.edited_by, "requestHash",
      dialogue, watermark, at, ${now}, nullif(state, 'sending')
    from jsonb_to_recordset(${lost}::jsonb) as l ${LOGGED} join cases c on c.id = "caseId"
    on conflict do nothing`.execute(trx)
}

async function listWithoutCase(trx: Transaction<Database>, lost: string, now: Date): Promise<void> {
  await sql`
    insert into lost_submissions (id, case_id, effect_id, report, attempt, logged_state, service, authority,
      request_hash, dialogue, watermark, logged_at, found_at)
    select id, "caseId", "effectId", report, attempt, state, service, authority, "requestHash",
      dialogue, watermark, at, ${now}
    from jsonb_to_recordset(${lost}::jsonb) as l ${LOGGED}
    where not exists (select from cases c where c.id = "caseId")
    on conflict do nothing`.execute(trx)
}
