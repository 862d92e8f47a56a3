import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { findBinaries } from './binaries.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { findClosedParent, mayExecute, refuseClosedParent } from './server-user.ts'

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

test('a closed directory is refused naming the way out', () => {
  const closed = mkdtempSync(join(tmpdir(), 'sagsgang-closed-'))
  chmodSync(closed, 0o700)
  const stranger = { uid: 65_533, gid: 65_533 }
  const refuse = () => refuseClosedParent(join(closed, 'postgres'), stranger)
  expect(refuse).toThrow(closed)
  expect(refuse).toThrow('DATABASE_URL')
  chmodSync(closed, 0o755)
  expect(refuse).not.toThrow()
  rmSync(closed, { recursive: true })
})

test('only binaries out of reach are copied', () => {
  const stranger = { uid: 65_533, gid: 65_533 }
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-copy-'))
  const { postgres } = findBinaries(directory, null)
  expect(existsSync(postgres)).toBe(true)
  expect(mayExecute(postgres, stranger)).toBe(true)
  const installed = findBinaries(directory, stranger).postgres
  const isReachable = findClosedParent(postgres, stranger) === undefined
  expect(installed.startsWith(directory)).toBe(!isReachable)
  rmSync(directory, { recursive: true })
})

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

test('a start killed while making its database is made up', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-killed-'))
  chmodSync(directory, 0o755)
  const home = join(directory, 'postgres')
  const isMaking = () => existsSync(home) && readdirSync(home).some((name) => /partial/u.test(name))
  const starting = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    await startEmbedded(${JSON.stringify(directory)})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', starting])
  while (!isMaking()) await wait(5)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const made = await startEmbedded(directory)
  await made.stop()
  expect(isMaking()).toBe(false)
  rmSync(directory, { recursive: true })
})
