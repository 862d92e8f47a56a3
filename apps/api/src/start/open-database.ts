import type { Config } from '../config.ts'
import { type Connected, connect } from '../database/connect.ts'
import { type Embedded, startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import type { Part } from './parts.ts'

export interface OpenDatabase extends Connected {
  readonly embedded: Embedded | null
  /** Connections for the workers alone: however many people look, the cases move. */
  readonly work: Connected['db']
}

/** The database, up to date; its parts are stopped in the reverse order. */
export async function openDatabase(
  { databaseUrl, databaseTls: tls, dataDirectory }: Config,
  onError: (error: Error) => void,
  add: (part: Part) => void,
): Promise<OpenDatabase> {
  const embedded = databaseUrl === null ? await startEmbedded(dataDirectory) : null
  if (embedded) add({ name: 'database', stop: () => embedded.stop() })
  const connection = embedded?.connection ?? { connectionString: databaseUrl ?? '', tls }
  const connected = await connect(connection, onError)
  add({ name: 'connections', stop: () => connected.db.destroy() })
  await migrate(connected.db)
  const { db: work } = await connect(connection, onError)
  add({ name: 'connections of the workers', stop: () => work.destroy() })
  return { ...connected, embedded, work }
}
