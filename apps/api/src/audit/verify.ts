import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { firstHash, hashOf, sealAudit, type SealedRow } from './seal.ts'

export interface Verified {
  readonly intact: boolean
  /** The last row up to which the chain holds. */
  readonly upTo: number
}

const pageSize = 2000

/** Follows the chain from its first row: a row changed, put in, taken out or moved breaks it there. */
export async function verifyAudit(db: Kysely<Database>): Promise<Verified> {
  await sealAudit(db)
  return followChain(db)
}

/** The same as far as rows are sealed; nothing is changed. */
export async function followChain(db: Kysely<Database>): Promise<Verified> {
  let upTo = 0
  let previous = firstHash
  for (;;) {
    const rows = await readAfter(db, upTo)
    for (const { hash, ...row } of rows) {
      const follows = row.seq === upTo + 1 && row.previous_hash === previous
      if (!follows || hashOf(row) !== hash) return { intact: false, upTo }
      upTo = row.seq
      previous = hash
    }
    if (rows.length < pageSize) return { intact: true, upTo }
  }
}

async function readAfter(
  db: Kysely<Database>,
  seq: number,
): Promise<readonly (SealedRow & { hash: string })[]> {
  const { rows } = await sql<SealedRow & { hash: string }>`
    select seq::float8 as seq, ${moment} as at, actor, role, authority, action, case_id, person_ref, purpose,
      service, outcome, detail, previous_hash, hash
    from audit where seq > ${seq} order by seq limit ${pageSize}`.execute(db)
  return rows.map((row) => ({ ...row, at: toMilliseconds(row.at) }))
}

/** To the microsecond, so that no digit can be changed unseen; recorded ones end in three zeros. */
const moment = sql`to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const toMilliseconds = (at: string) => at.replace(/000Z$/, 'Z')
