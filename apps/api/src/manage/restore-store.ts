import { once } from 'node:events'
import { finished } from 'node:stream/promises'

import { type Kysely, sql } from 'kysely'
import type { Client, ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import { createAuditor } from '../audit/record.ts'
import { migrateIn, migrationFiles } from '../database/migrate.ts'
import type { Database } from '../database/schema.ts'
import { StartRefused } from '../start/start-refused.ts'
import type { ArchiveHead } from './backup-format.ts'
import { connectPatiently, quoted, speakPlainly } from './backup-store.ts'
import type { ByteReader } from './byte-reader.ts'
import { databaseOn } from './database-on.ts'
import { type Read, readArchive, type RowTaker } from './read-archive.ts'
import { type Verified, verifyRestored } from './restore-verify.ts'

export type Restored = Read & Verified

interface Restoring {
  readonly client: Client
  readonly db: Kysely<Database>
}

/** Everything into an empty database, or nothing: one transaction, which ends only once the store was held against the archive. */
export async function restoreStore(
  options: ClientConfig,
  archive: ByteReader,
  now: Date,
): Promise<Restored> {
  const client = await connectPatiently(options)
  try {
    await client.query('begin')
    await speakPlainly(client)
    const restored = await restoreIn({ client, db: databaseOn(client) }, archive, now)
    await client.query('commit')
    await client.query('analyze')
    return restored
  } finally {
    // Whatever was not committed goes with the connection.
    await client.end()
  }
}

async function restoreIn(restoring: Restoring, archive: ByteReader, now: Date): Promise<Restored> {
  const { client, db } = restoring
  await refuseFilled(db)
  const read = await readArchive(archive, {
    head: (head) => prepare(restoring, head),
    table: (table, columns) => rowsInto(client, table, columns),
  })
  await setTriggers(restoring, read.head, 'enable')
  for (const { name, last, isCalled } of read.head.sequences)
    await sql`select setval(${quoted(name)}::regclass, ${last}::bigint, ${isCalled})`.execute(db)
  const verified = await verifyRestored(restoring, read)
  await migrateIn(db)
  await noteRestored(db, read, now)
  return { ...read, ...verified }
}

async function refuseFilled(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql`
    select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
    limit 1`.execute(db)
  if (rows.length === 0) return
  throw new StartRefused('the database is not empty: restore into a new one', 1)
}

/** The tables as they were when the archive was written; what came later is added once the rows are there. */
async function prepare(restoring: Restoring, head: ArchiveHead): Promise<void> {
  const known = migrationFiles()
  const newer = head.migrations.find((name) => !known.includes(name))
  if (newer !== undefined)
    throw new StartRefused(`the archive was written by a newer version, which has ${newer}`, 1)
  await migrateIn(restoring.db, head.migrations)
  await setTriggers(restoring, head, 'disable')
}

/** What they would add stands in the archive. */
async function setTriggers(
  { db }: Restoring,
  { tables }: ArchiveHead,
  to: 'enable' | 'disable',
): Promise<void> {
  for (const table of tables)
    await sql.raw(`alter table ${quoted(table)} ${to} trigger user`).execute(db)
}

function rowsInto(client: Client, table: string, columns: readonly string[]): RowTaker {
  const into = `${quoted(table)} (${columns.map(quoted).join()})`
  const rows = client.query(copyFrom(`copy ${into} from stdin`))
  const done = finished(rows)
  done.catch(() => {}) // told where it is awaited
  return {
    async take(bytes) {
      if (!rows.write(bytes)) await Promise.race([once(rows, 'drain'), done])
    },
    async end() {
      rows.end()
      await done
    },
  }
}

// No person is named in the row, so that no key is needed to name one.
const NO_KEY = new Uint8Array(32)

async function noteRestored(db: Kysely<Database>, { head, sums }: Read, now: Date): Promise<void> {
  const auditor = createAuditor(NO_KEY, () => now)
  const rows = sums.reduce((count, sum) => count + sum.rows, 0)
  await auditor.record(db, {
    actor: { user: 'operator', role: 'operator', authority: '' },
    action: 'store.restored',
    outcome: 'done',
    detail: { takenAt: head.takenAt, rows, auditSeq: head.auditHead?.seq ?? 0 },
  })
}
