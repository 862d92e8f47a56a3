import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Kysely, sql } from 'kysely'

import { StartRefused } from '../start/start-refused.ts'
import type { Database } from './schema.ts'

const DIRECTORY = join(import.meta.dirname, 'migrations')
const LOCK = 7_247_001

/** Brings the tables up to date: numbered files, forward only, in one transaction while others wait. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const files = migrationFiles()
  await db.transaction().execute((trx) => migrateIn(trx, files))
}

/** In somebody's transaction; those of `files` that were not carried out yet. */
export async function migrateIn(
  trx: Kysely<Database>,
  files: readonly string[] = migrationFiles(),
): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
  await sql`create table if not exists migrations (name text primary key, at timestamptz not null)`.execute(
    trx,
  )
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(trx)
  const done = new Set(rows.map(({ name }) => name))
  const unknown = [...done].find((name) => !files.includes(name))
  if (unknown) {
    throw new StartRefused(`the database was migrated by a newer version, which has ${unknown}`, 1)
  }
  for (const name of files.filter((file) => !done.has(file))) {
    await sql.raw(readFileSync(join(DIRECTORY, name), 'utf8')).execute(trx)
    await sql`insert into migrations (name, at) values (${name}, now())`.execute(trx)
  }
}

/** Whether the tables are those of this version, for whoever only reads them. */
export async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const { rows: tables } = await sql`select where to_regclass('migrations') is not null`.execute(db)
  if (tables.length === 0) return false
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(
    db,
  )
  return rows.map(({ name }) => name).join() === migrationFiles().join()
}

export function migrationFiles(): readonly string[] {
  return readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
}
