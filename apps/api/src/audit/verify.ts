import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { firstHash, hashOf, sealAudit, type SealedRow } from './seal.ts'

export interface Verified {
  readonly intact: boolean
  /** The last row up to which the chain holds. */
  readonly upTo: number
}

type HashedRow = SealedRow & { readonly hash: string }

const pageSize = 2000

// The chain is as long as the log is old: whoever loses patience and asks again is not to double the work.
const underWay = new WeakMap<Kysely<Database>, Promise<Verified>>()

/**
 * Follows the chain from its first row: a row changed, put in, taken out or moved breaks it there. Whoever asks while it is
 * being followed hears the same answer.
 */
export function verifyAudit(db: Kysely<Database>): Promise<Verified> {
  const running = underWay.get(db)
  if (running) return running
  const verified = sealAudit(db)
    .then(() => followChain(db))
    .finally(() => underWay.delete(db))
  underWay.set(db, verified)
  return verified
}

/** The same as far as rows are sealed; nothing is changed. */
export async function followChain(db: Kysely<Database>): Promise<Verified> {
  let upTo = 0
  let previous = firstHash
  for await (const rows of pages(db)) {
    for (const { hash, ...row } of rows) {
      const follows = row.seq === upTo + 1 && row.previous_hash === previous
      if (!follows || hashOf(row) !== hash) return { intact: false, upTo }
      upTo = row.seq
      previous = hash
    }
  }
  return { intact: true, upTo }
}

/** Numbers have no gaps where the chain holds, so that each page is asked for while the one before it is followed. */
async function* pages(db: Kysely<Database>): AsyncGenerator<readonly HashedRow[]> {
  let asked = readAfter(db, 0)
  for (let from = pageSize; ; from += pageSize) {
    const rows = await asked
    const isLast = rows.length < pageSize
    if (!isLast) asked = readAfter(db, from)
    try {
      yield rows
    } finally {
      // Whoever goes away early leaves nothing running behind.
      if (!isLast) await asked.catch(() => {})
    }
    if (isLast) return
  }
}

async function readAfter(db: Kysely<Database>, seq: number): Promise<readonly HashedRow[]> {
  const { rows } = await sql<HashedRow>`
    select seq::float8 as seq, ${moment} as at, actor, role, authority, action, case_id, person_ref, purpose,
      service, outcome, detail, previous_hash, hash
    from audit where seq > ${seq} order by seq limit ${pageSize}`.execute(db)
  return rows.map((row) => ({ ...row, at: toMilliseconds(row.at) }))
}

/** To the microsecond, so that no digit can be changed unseen; recorded ones end in three zeros. */
const moment = sql`to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const toMilliseconds = (at: string) => at.replace(/000Z$/, 'Z')
