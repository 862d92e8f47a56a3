import { sql, type Kysely } from 'kysely'

import { toMoment } from '../database/moment.ts'
import type { Database } from '../database/schema.ts'
import type { AuditRowView } from '../register-view.ts'
import { sealAudit } from './seal.ts'

export interface AuditFilter {
  readonly authority: string
  readonly caseId?: string | undefined
  readonly personRef?: string | undefined
  readonly action?: string | undefined
  readonly user?: string | undefined
  /** Rows with a smaller number only: the key of the next page. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The latest first, of one authority. */
export async function listAudit(
  db: Kysely<Database>,
  { authority, caseId, personRef, action, user, before, limit }: AuditFilter,
): Promise<readonly AuditRowView[]> {
  await sealAudit(db)
  const filters = [
    sql`authority = ${authority}`,
    ...(caseId === undefined ? [] : [sql`case_id = ${caseId}`]),
    ...(personRef === undefined ? [] : [sql`person_ref = ${personRef}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(user === undefined ? [] : [sql`actor = ${user}`]),
    ...(before === undefined ? [] : [sql`seq < ${before}`]),
  ]
  const { rows } = await sql<AuditRowView>`
    select seq::float8 as seq, ${toMoment(sql`at`)} as at,
      actor, role, authority, action, case_id as "caseId", purpose, service, outcome, detail, hash
    from audit where ${sql.join(filters, sql` and `)} order by seq desc limit ${limit}`.execute(db)
  return rows
}
