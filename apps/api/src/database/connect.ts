import { Kysely, PostgresDialect } from 'kysely'
import { type ClientConfig, type CustomTypesConfig, Pool, types } from 'pg'

import type { Embedded } from './embedded.ts'
import { preparing } from './prepare.ts'
import { refuseUnsafe } from './refuse-unsafe.ts'
import type { Database } from './schema.ts'
import { addressOf, type Tls } from './server-address.ts'

/** What the driver is given: a server's address, or the socket of the embedded one. */
export type Connection =
  | Embedded['connection']
  | { readonly connectionString: string; readonly tls?: Tls }

export interface Connected {
  readonly db: Kysely<Database>
  readonly options: ClientConfig
}

// Measured: eight to twelve are enough, and more are slower. People and workers have a pool each.
const CONNECTIONS = 10
const DATE = types.builtins.DATE
const NO_TLS: Tls = { ca: null, own: null }

/** Connects, and refuses a server that may lose what it has acknowledged. `onError` hears of connections lost while idle. */
export async function connect(
  connection: Connection,
  onError: (error: Error) => void,
): Promise<Connected> {
  const options: ClientConfig = {
    ...('connectionString' in connection
      ? addressOf(connection.connectionString, connection.tls ?? NO_TLS)
      : connection),
    application_name: 'sagsgang',
    statement_timeout: 10_000,
    // A process that is frozen with a case in its hands lets go of it.
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    // One that a proxy has quietly dropped is noticed.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
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

// A date is a day, not a moment: it stays text.
const getTypeParser: CustomTypesConfig['getTypeParser'] = (oid, format) =>
  oid === DATE ? (value: string) => value : types.getTypeParser(oid, format)
