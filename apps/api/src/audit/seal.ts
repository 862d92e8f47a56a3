import { createHash } from 'node:crypto'

import { sql, type Kysely, type Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { canonicalJson } from './canonical-json.ts'

/** Any number, as long as it is always this one: whoever holds it writes the chain. */
const chainLock = 7_205_759_403
const batch = 500

export const firstHash = '0'.repeat(64)

/** Everything that is hashed, in the form it is hashed in. */
export interface SealedRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly authority: string
  readonly action: string
  readonly case_id: string | null
  readonly person_ref: string | null
  readonly purpose: string | null
  readonly service: string | null
  readonly outcome: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly previous_hash: string
}

/** What the next row must name as the one before it. */
export function hashOf(row: SealedRow): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex')
}

/** Moves what waits in the inbox to the end of the chain. Whoever reads the chain seals first. */
export async function sealAudit(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const moved = await db.transaction().execute(sealBatch)
    if (moved < batch) return
  }
}

async function sealBatch(trx: Transaction<Database>): Promise<number> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(trx)
  const { rows: waiting } = await sql<{
    id: string
    entry: Omit<SealedRow, 'seq' | 'previous_hash'>
  }>`
    delete from audit_inbox where id in (select id from audit_inbox order by id limit ${batch})
    returning id, entry`.execute(trx)
  if (waiting.length === 0) return 0
  const { rows: heads } = await sql<{ seq: string; hash: string }>`
    select seq, hash from audit order by seq desc limit 1`.execute(trx)
  let seq = Number(heads[0]?.seq ?? 0)
  let previous = heads[0]?.hash ?? firstHash
  const sealed = waiting
    .toSorted((left, right) => Number(left.id) - Number(right.id))
    .map(({ entry }) => {
      seq += 1
      const row = { ...entry, seq, previous_hash: previous }
      previous = hashOf(row)
      return { ...row, hash: previous }
    })
  await sql`
    insert into audit select * from jsonb_populate_recordset(null::audit, ${JSON.stringify(sealed)}::jsonb)`.execute(
    trx,
  )
  return waiting.length
}

/** Seals now and then, so that no row waits long for its place. Answers how to stop. */
export function startSealing(
  db: Kysely<Database>,
  milliseconds: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let sealing: Promise<void> = Promise.resolve()
  let isIdle = true
  const timer = setInterval(() => {
    if (!isIdle) return
    isIdle = false
    sealing = sealWaiting(db)
      .catch(onError)
      .finally(() => {
        isIdle = true
      })
  }, milliseconds)
  timer.unref()
  return () => {
    clearInterval(timer)
    return sealing
  }
}

async function sealWaiting(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql`select from audit_inbox limit 1`.execute(db)
  if (rows.length > 0) await sealAudit(db)
}
