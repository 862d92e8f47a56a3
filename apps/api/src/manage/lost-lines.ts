import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

interface Lost {
  readonly id: string
  readonly caseId: string
  readonly service: string
  readonly authority: string
  readonly dialogue: string
  readonly loggedState: string | null
  readonly isGone: boolean
}

/** A line for each submission that the store had forgotten and that nobody has asked the register about yet. */
export async function lostLines(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<Lost>`
    select id, case_id as "caseId", service, authority, dialogue, logged_state as "loggedState", true as "isGone"
    from lost_submissions where decided_at is null
    union all
    select id, case_id, service, authority, dialogue, logged_state, false from submissions
    where recovered_at is not null and met_by is null and state = 'inDoubt'
    order by dialogue, id`.execute(db)
  return rows.map(lineOf)
}

function lineOf({ caseId, service, authority, dialogue, loggedState, isGone }: Lost): string {
  const became =
    loggedState === null || loggedState === 'sending' ? 'without an answer' : loggedState
  const next = isGone
    ? 'the case is gone: look it up at the register'
    : 'the case asks the register before it reports again'
  return `forgotten ${service} of case ${caseId} by ${authority}, conversation ${dialogue}, ${became}: ${next}`
}
