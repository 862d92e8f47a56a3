import { setTimeout as wait } from 'node:timers/promises'

import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import type { Database } from './schema.ts'

const database = withDatabase()

async function ownBackend(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? 0
}

test('a connection lost between statements fails its transaction', async () => {
  const db = database.db()
  const work = db.transaction().execute(async (trx) => {
    const pid = await ownBackend(trx)
    await sql`select pg_terminate_backend(${pid})`.execute(db)
    await wait(100) // nobody listens for an answer when the end is heard of
    return ownBackend(trx)
  })
  await expect(work).rejects.toThrow(/connection|terminat/iu)
  expect(await ownBackend(db)).toBeGreaterThan(0)
})
