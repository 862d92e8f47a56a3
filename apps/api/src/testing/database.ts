import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Kysely } from 'kysely'
import { afterAll, beforeAll } from 'vitest'

import { type Connected, connect } from '../database/connect.ts'
import { startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/schema.ts'

/** A real database for one test file, gone when the file is done. */
export interface TestDatabase {
  db(): Kysely<Database>
  connected(): Connected
  /** A directory of its own, e.g. for the register. */
  directory(): string
}

export function withDatabase(): TestDatabase {
  let opened: { connected: Connected; directory: string; stop: () => Promise<void> } | undefined
  beforeAll(async () => {
    opened = await openTestDatabase()
  }, 60_000)
  afterAll(() => opened?.stop())
  const get = () => {
    if (!opened) throw new Error('the database is there from beforeAll on')
    return opened
  }
  return {
    db: () => get().connected.db,
    connected: () => get().connected,
    directory: () => get().directory,
  }
}

/** A database that somebody keeps: stopped, it can be started again. */
export interface TestStore {
  readonly connected: Connected
  readonly directory: string
  readonly stop: () => Promise<void>
}

export function newStoreDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-test-'))
  chmodSync(directory, 0o755) // the server's user must be able to enter
  return directory
}

export async function openStoreIn(directory: string): Promise<TestStore> {
  const embedded = await startEmbedded(directory)
  const connected = await connect(embedded.connection, () => {})
  await migrate(connected.db)
  const stop = async () => {
    await connected.db.destroy()
    await embedded.stop()
  }
  return { connected, directory, stop }
}

/** Outside vitest's hooks: whoever opens it stops it, and then it is gone. */
export async function openTestDatabase(): Promise<TestStore> {
  const directory = newStoreDirectory()
  const store = await openStoreIn(directory)
  const stop = async () => {
    await store.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  return { ...store, stop }
}
