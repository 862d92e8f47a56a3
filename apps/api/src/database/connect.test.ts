import { setTimeout as wait } from 'node:timers/promises'

import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { isPassing } from './is-passing.ts'
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

/** False for an error of this kind; any other is the test's. */
const whether = (holds: (error: unknown) => boolean) => (error: unknown) => {
  if (holds(error)) return false
  throw error
}

test('a statement is planned anew once its table has changed', async () => {
  const db = database.db()
  const read = () =>
    db.selectFrom('sign_ons').selectAll().where('register_user', '=', 'nobody').execute()
  await read()
  await sql`alter table sign_ons add column note text`.execute(db)
  const outcomes: boolean[] = []
  for (let count = 0; count < 4; count++) {
    const outcome = await read().then(() => true, whether(isPassing))
    outcomes.push(outcome)
  }
  await sql`alter table sign_ons drop column note`.execute(db)
  // Whoever met the old plan is told to come again, and nobody meets it twice.
  expect(outcomes).toEqual([false, true, true, true])
})
