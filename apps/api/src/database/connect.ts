import { Kysely, PostgresDialect, sql } from 'kysely'
import { type ClientConfig, type CustomTypesConfig, Pool, types } from 'pg'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import type { Embedded } from './embedded.ts'
import { preparing } from './prepare.ts'
import type { Database } from './schema.ts'

/** What the driver is given: a server's address, or the socket of the embedded one. */
export type Connection = Embedded['connection'] | { readonly connectionString: string }

export interface Connected {
  readonly db: Kysely<Database>
  readonly options: ClientConfig
}

// Measured: eight to twelve are enough, and more are slower. People and workers have a pool each.
const CONNECTIONS = 10
const DATE = types.builtins.DATE
const OLDEST_SERVER = 150_000

/** Connects, and refuses a server that may lose what it has acknowledged. `onError` hears of connections lost while idle. */
export async function connect(
  connection: Connection,
  onError: (error: Error) => void,
): Promise<Connected> {
  const options: ClientConfig = {
    ...connection,
    ...('connectionString' in connection && encryption(connection.connectionString)),
    statement_timeout: 10_000,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  }
  const pool = new Pool({ ...options, max: CONNECTIONS })
  pool.on('error', onError)
  // One that is lost while somebody holds it, between two statements, is nobody's error otherwise and ends the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  try {
    await refuseUnsafe(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, options }
}

/** Explicit options: a mode in the address would replace them, and the driver's next major reads it differently. */
function encryption(address: string): ClientConfig {
  const { hostname } = new URL(address)
  const isLocal = ['', 'localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLocal ? {} : { ssl: { rejectUnauthorized: true } }
}

// A date is a day, not a moment: it stays text.
const getTypeParser: CustomTypesConfig['getTypeParser'] = (oid, format) =>
  oid === DATE ? (value: string) => value : types.getTypeParser(oid, format)

async function refuseUnsafe(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`
    .execute(db)
    .catch((cause: unknown) => {
      throw new StartRefused('the database of DATABASE_URL does not answer', 1, { cause })
    })
  for (const { name, setting } of rows) {
    if (name === 'server_version_num' && Number(setting) < OLDEST_SERVER) {
      throw new StartRefused('DATABASE_URL names a PostgreSQL older than 15', CONFIGURATION_EXIT)
    }
    if (setting === 'off') {
      throw new StartRefused(
        `the server of DATABASE_URL runs with ${name} off and may lose cases: turn it on`,
        CONFIGURATION_EXIT,
      )
    }
  }
}
