import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Config } from '../config.ts'
import { type Connected, type Connection, connect } from '../database/connect.ts'
import { DirectoryTaken } from '../database/directory-lock.ts'
import { embeddedConnection, startEmbedded } from '../database/embedded.ts'
import { isUpToDate } from '../database/migrate.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

type Where = Pick<Config, 'databaseUrl' | 'dataDirectory'>

interface OpenServer {
  readonly connection: Connection
  readonly close: () => Promise<void>
}

/** The store of the product, whether it runs at the moment or not; never changed by being opened. */
export async function withStore<T>(
  where: Where,
  run: (connected: Connected) => Promise<T>,
  /** `any`: its tables may be those of another version, for whoever asks what this one would make of them. */
  tables: 'ours' | 'any' = 'ours',
): Promise<T> {
  const server = await openServer(where)
  try {
    const connected = await connect(server.connection, () => {})
    try {
      if (tables === 'ours') await refuseOther(connected)
      return await run(connected)
    } finally {
      await connected.db.destroy()
    }
  } finally {
    await server.close()
  }
}

async function openServer({ databaseUrl, dataDirectory }: Where): Promise<OpenServer> {
  if (databaseUrl !== null) return othersServer({ connectionString: databaseUrl })
  if (!existsSync(join(dataDirectory, 'postgres', 'data'))) {
    throw new StartRefused(
      'DATA_DIR holds no database: nothing was ever started there',
      CONFIGURATION_EXIT,
    )
  }
  try {
    const embedded = await startEmbedded(dataDirectory)
    return { connection: embedded.connection, close: () => embedded.stop() }
  } catch (error) {
    if (!(error instanceof DirectoryTaken)) throw error
    return othersServer(embeddedConnection(dataDirectory))
  }
}

/** One that somebody else runs, and that goes on when we are done. */
function othersServer(connection: Connection): OpenServer {
  return { connection, close: () => Promise.resolve() }
}

async function refuseOther({ db }: Connected): Promise<void> {
  if (await isUpToDate(db)) return
  throw new StartRefused(
    'the database belongs to another version: start this one once, then come again',
    1,
  )
}
