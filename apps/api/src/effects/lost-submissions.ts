import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

/** Intents that the submission log brought back: the store forgot them, and the case does not know of them. */

interface Report {
  readonly caseId: string
  readonly report: number
}

/** The conversation in which a report of this case left before the store forgot it, until a save comes upon it. */
export async function lostDialogue(
  executor: Kysely<Database>,
  { caseId, report }: Report,
): Promise<string | undefined> {
  const { rows } = await sql<{ dialogue: string }>`
    select dialogue from submissions
    where case_id = ${caseId} and report = ${report} and state = 'inDoubt'
      and recovered_at is not null and met_by is null
    order by attempt desc, created_at desc limit 1`.execute(executor)
  return rows[0]?.dialogue
}

/** Whether this save comes upon such an intent. From then on the case knows, and asks the register before anything else. */
export async function meetLost(
  executor: Kysely<Database>,
  { caseId, report, effectId }: Report & { readonly effectId: string },
): Promise<boolean> {
  const { rows } = await sql`
    update submissions set met_by = ${effectId}
    where case_id = ${caseId} and report = ${report} and state = 'inDoubt'
      and recovered_at is not null and (met_by is null or met_by = ${effectId})
    returning id`.execute(executor)
  return rows.length > 0
}
