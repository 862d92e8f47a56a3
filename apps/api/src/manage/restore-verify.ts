import { type Kysely, sql } from 'kysely'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { followChain } from '../audit/verify.ts'
import type { Database } from '../database/schema.ts'
import { checkCase } from '../invariants/check-case.ts'
import { readCases } from '../invariants/read-cases.ts'
import type { Violation } from '../invariants/violation.ts'
import { StartRefused } from '../start/start-refused.ts'
import type { TableSum } from './backup-format.ts'
import { quoted } from './backup-store.ts'
import type { Read } from './read-archive.ts'
import { sumOf } from './table-sum.ts'

export interface Verified {
  readonly auditRows: number
  /** What the store says against itself: it said so when the archive was written. */
  readonly violations: readonly Violation[]
}

interface Restoring {
  readonly client: Client
  readonly db: Kysely<Database>
}

/** Holds the store against the archive before anything is committed. */
export async function verifyRestored(
  { client, db }: Restoring,
  { head, sums }: Read,
): Promise<Verified> {
  // In the order in which the rows were written, which is the archive's.
  await client.query('set local max_parallel_workers_per_gather = 0')
  await client.query('set local synchronize_seqscans = off')
  for (const sum of sums) await verifyTable(client, sum)
  const { intact, upTo } = await followChain(db)
  const last = await db.selectFrom('audit').select('hash').where('seq', '=', `${upTo}`).execute()
  if (!intact || upTo !== (head.auditHead?.seq ?? 0) || last[0]?.hash !== head.auditHead?.hash)
    throw new StartRefused(`the archive's audit chain is broken after row ${upTo}`, 1)
  return { auditRows: upTo, violations: await findViolations(db) }
}

async function verifyTable(client: Client, told: TableSum): Promise<void> {
  const { rows: named } = await client.query<{ columns: string[] }>(
    `select array_agg(quote_ident(attname) order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [quoted(told.table)],
  )
  const sum = sumOf(told.table)
  const columns = named[0]?.columns.join() ?? ''
  const rows = client.query(copyTo(`copy (select ${columns} from ${quoted(told.table)}) to stdout`))
  for await (const bytes of rows) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stream is one of bytes
    sum.add(bytes as Buffer)
  }
  const { sha256, rows: count } = sum.sum()
  if (sha256 === told.sha256 && count === told.rows) return
  throw new StartRefused(`${told.table} does not hold what the archive holds`, 1)
}

const PAGE = 50

async function findViolations(db: Kysely<Database>): Promise<readonly Violation[]> {
  const found: Violation[] = []
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: string }>`
      select id from cases where id > ${after} order by id limit ${PAGE}`.execute(db)
    const last = rows.at(-1)
    if (!last) return found
    const readings = await readCases(
      db,
      rows.map(({ id }) => id),
    )
    found.push(...readings.flatMap((reading) => checkCase(reading)))
    after = last.id
  }
}
