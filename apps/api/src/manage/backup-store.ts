import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import {
  type ArchiveHead,
  noMore,
  type SequencePosition,
  type TableSum,
  toLine,
  toPiece,
} from './backup-format.ts'
import { sumOf } from './table-sum.ts'

/** Made anew wherever the store is restored, and held against the archive's list. */
const MIGRATIONS = 'migrations'
// What a demonstration's key would open is invented; a real one is never in the store.
const LEFT_OUT: Readonly<Record<string, string>> = { 'audit_key.demo_key': 'null::bytea' }

/** Rows are written the same way wherever they are read, so that their sums can be held against each other. */
export async function speakPlainly(client: Client): Promise<void> {
  await client.query(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local row_security = off`)
}

/** A connection on which a statement takes as long as it takes. */
export async function connectPatiently(options: ClientConfig): Promise<Client> {
  const client = new Client({
    ...options,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  })
  client.on('error', () => {}) // the statement under way tells
  await client.connect()
  return client
}

/** Everything that is stored, as it stood at one moment, while the product goes on. */
export async function* readStore(
  options: ClientConfig,
  onSum: (sum: TableSum) => void,
): AsyncGenerator<Buffer> {
  const client = await connectPatiently(options)
  try {
    await client.query('begin isolation level repeatable read, read only, deferrable')
    await speakPlainly(client)
    const head = await readHead(client)
    yield toLine(head)
    const sums: TableSum[] = []
    for (const table of head.tables) {
      const sum = sumOf(table)
      yield* readTable(client, table, sum.add)
      sums.push(sum.sum())
    }
    sums.forEach(onSum)
    yield toLine({ sums })
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function* readTable(
  client: Client,
  table: string,
  onBytes: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  const columns = await columnsOf(client, table)
  yield toLine({ table, columns })
  const chosen = columns.map((name) => LEFT_OUT[`${table}.${name}`] ?? quoted(name))
  const rows = client.query(
    copyTo(`copy (select ${chosen.join()} from ${quoted(table)}) to stdout`),
  )
  for await (const bytes of rows) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stream is one of bytes
    const some = bytes as Buffer
    onBytes(some)
    yield toPiece(some)
  }
  yield noMore
}

async function readHead(client: Client): Promise<ArchiveHead> {
  const { rows: heads } = await client.query<Omit<ArchiveHead, 'sequences' | 'auditHead'>>(`
    select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt",
      current_setting('server_version') as server,
      (select json_agg(name order by name) from migrations) as migrations,
      (select json_agg(relname order by relname) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '${MIGRATIONS}') as tables`)
  const [first] = heads
  if (!first) throw new Error('the store says nothing of itself')
  const { rows: auditHeads } = await client.query<{ seq: number; hash: string }>(
    'select seq::float8 as seq, hash from audit order by seq desc limit 1',
  )
  const tables = parentsFirst(first.tables, await referencesOf(client))
  return {
    ...first,
    tables,
    sequences: await sequencesOf(client),
    auditHead: auditHeads[0] ?? null,
  }
}

interface Reference {
  readonly table: string
  readonly names: string
}

async function referencesOf(client: Client): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(`
    select conrelid::regclass::text as table, confrelid::regclass::text as names
    from pg_constraint where contype = 'f' and conrelid <> confrelid`)
  return rows
}

/** Whoever restores them one by one finds what a row names there already. */
function parentsFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const placed: string[] = []
  while (placed.length < tables.length) {
    const next = tables.filter(
      (table) =>
        !placed.includes(table) &&
        references.every((one) => one.table !== table || placed.includes(one.names)),
    )
    if (next.length === 0) throw new Error('tables name each other in a circle')
    placed.push(...next)
  }
  return placed
}

/** Sequences know no snapshot: what is read now is at least as far as the rows are. */
async function sequencesOf(client: Client): Promise<SequencePosition[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`)
  const found: SequencePosition[] = []
  for (const { name } of rows) {
    const position = await client.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from ${quoted(name)}`,
    )
    for (const { last, called } of position.rows) found.push({ name, last, isCalled: called })
  }
  return found
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum`,
    [quoted(table)],
  )
  return rows.map(({ name }) => name)
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
