import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type { Client } from 'pg'

import type { Database } from '../database/schema.ts'

/** Statements on one connection that somebody else has a transaction open on. */
export function databaseOn(client: Client): Kysely<Database> {
  const query = (text: string, parameters: readonly unknown[]) =>
    client.query({ text, values: [...parameters] })
  const one: PostgresPoolClient = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {},
  }
  const pool = { options: {}, connect: () => Promise.resolve(one), end: () => Promise.resolve() }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
