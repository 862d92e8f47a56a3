import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { withDatabase } from './testing.ts'

const database = withDatabase()

test('the embedded database syncs what it acknowledges', async () => {
  const { rows } = await sql<{ fsync: string }>`show fsync`.execute(database.db())
  expect(rows).toEqual([{ fsync: 'on' }])
})

test('a second migration of the tables changes nothing', async () => {
  const names = () => sql`select name, at from migrations`.execute(database.db())
  const before = await names()
  await migrate(database.db())
  expect(before.rows).not.toEqual([])
  expect((await names()).rows).toEqual(before.rows)
})

test('a second start on a live directory is refused', async () => {
  await expect(startEmbedded(database.directory())).rejects.toThrow('already running')
})

test.runIf(process.getuid?.() === 0)(
  'a closed directory is refused naming the way out',
  async () => {
    const closed = mkdtempSync(join(tmpdir(), 'sagsgang-closed-'))
    chmodSync(closed, 0o700)
    await expect(startEmbedded(closed)).rejects.toThrow('DATABASE_URL')
    rmSync(closed, { recursive: true })
  },
)

test('a stopped database starts again with its rows', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-again-'))
  chmodSync(directory, 0o755)
  const first = await startEmbedded(directory)
  await first.stop()
  const second = await startEmbedded(directory)
  await second.stop()
  rmSync(directory, { recursive: true })
  expect(second.connection).toEqual(first.connection)
})
