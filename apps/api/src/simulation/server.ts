import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'

import { connect } from '../database/connect.ts'
import { startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { fitIndexes } from './indexes.ts'
import { TELLING } from './queue-book.ts'

/** A real PostgreSQL for many seeds, spoken to through one connection, on which time is what we say. */
export interface SimulationServer {
  readonly client: Client
  /** What was told of rows that were written since this was last asked. */
  takeTold(): readonly string[]
  /** Begins a transaction on empty tables, which `end` undoes. */
  begin(): Promise<void>
  end(): Promise<void>
  close(): Promise<void>
}

// In memory where there is such a place: durability is played, not needed.
const MEMORY = '/dev/shm'
// What was undone lies about until it is swept away.
const SEEDS_PER_SWEEP = 25

/**
 * Unqualified, `now()` finds ours first: leases and due dates go by virtual time. Everything is found by index and in the
 * order of it, as a plan that changed with the size of a table would change the order of what nobody ordered.
 */
const VIRTUAL_TIME = `
  create schema simulation;
  create function simulation.now() returns timestamptz language sql stable
    as $$ select current_setting('simulation.now')::timestamptz $$;
  create function simulation.clock_timestamp() returns timestamptz language sql stable
    as $$ select current_setting('simulation.now')::timestamptz $$;
  -- A server that was away, or another in its place, began later.
  create function simulation.pg_postmaster_start_time() returns timestamptz language sql stable
    as $$ select to_timestamp(current_setting('simulation.starts')::integer) $$;`
const SESSION = `
  set search_path = simulation, pg_catalog, public;
  set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off; set synchronous_commit = off; set plan_cache_mode = force_generic_plan;
  set timezone = 'UTC'; set track_activities = off; set track_counts = off`

export async function startServer(): Promise<SimulationServer> {
  const directory = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'sagsgang-sim-'))
  chmodSync(directory, 0o755) // the server's user must be able to enter
  const embedded = await startEmbedded(directory)
  const { db, options } = await connect(embedded.connection, () => {})
  await migrate(db)
  await db.destroy()
  // What opens a savepoint need not be waited for: the statement in it follows at once.
  const pipelined = { ...options, statement_timeout: 0, pipeline: true }
  const client = new Client(pipelined)
  await client.connect()
  await client.query(VIRTUAL_TIME)
  await client.query(TELLING)
  // One that ran meanwhile would change how rows lie, and so their order.
  await client.query('alter system set autovacuum = off')
  await client.query('select pg_reload_conf()')
  await client.query(SESSION)
  await dropReferences(client)
  await keepInMemory(client)
  await fitIndexes(client)
  const rewind = await rewindingOf(client)
  let seeds = 0
  let told: string[] = []
  client.on('notice', ({ severity, message }) => {
    if (severity === 'INFO') told.push(message ?? '')
  })
  return {
    client,
    takeTold() {
      const taken = told
      told = []
      return taken
    },
    async begin() {
      if (seeds % SEEDS_PER_SWEEP === 0) await client.query('vacuum')
      seeds += 1
      await client.query(`begin; ${rewind}`)
    },
    end: async () => void (await client.query('rollback')),
    async close() {
      await client.end()
      await embedded.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Each looks at a row under a lock; see `withoutRowLocks`. */
async function dropReferences(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; table: string }>(`
    select conname as name, conrelid::regclass::text as table from pg_constraint where contype = 'f'`)
  for (const { name, table } of rows)
    await client.query(`alter table ${table} drop constraint ${name}`)
}

/** Nothing of it outlives the server: no table is logged, and long values lie uncompressed beside the short ones. */
async function keepInMemory(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  for (const { name } of rows)
    await client.query(
      `alter table ${name} set unlogged; alter table ${name} set (toast_tuple_target = 8160)`,
    )
}

/** Every sequence from its beginning: what was drawn from it is not undone. */
async function rewindingOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`)
  return `select ${rows.map(({ name }) => `setval('${name}', 1, false)`).join(', ')}`
}
