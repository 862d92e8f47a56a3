import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import { type ClientConfig, Pool } from 'pg'

import type { Database } from '../database/schema.ts'

export interface CutStore {
  readonly db: Kysely<Database>
  /** How often an answer was lost. */
  readonly cuts: () => number
}

/** The store behind a network that loses the answer to whatever `isCut` is true of: it was carried out, and nobody heard. */
export function createCutStore(
  options: ClientConfig,
  isCut: (text: string, parameters: readonly unknown[]) => boolean,
): CutStore {
  const pool = new Pool({ ...options, max: 4 })
  // One that is on its way out when the server stops is nobody's error.
  pool.on('error', () => {})
  let cuts = 0
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const query = async (text: string, parameters: readonly unknown[]) => {
      const done = await client.query({ text, values: [...parameters] })
      if (!isCut(text, parameters)) return done
      cuts += 1
      throw new Error('Connection terminated unexpectedly')
    }
    return {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
      query: query as unknown as PostgresPoolClient['query'],
      release: () => client.release(),
    }
  }
  const dialect = new PostgresDialect({ pool: { options: {}, connect, end: () => pool.end() } })
  return { db: new Kysely<Database>({ dialect }), cuts: () => cuts }
}
