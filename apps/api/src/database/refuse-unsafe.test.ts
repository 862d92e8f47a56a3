import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import { createPostgresServer, type PostgresServer } from '../testing/postgres-server.ts'
import { connect } from './connect.ts'
import { type ServerSettings, whyUnsafe } from './refuse-unsafe.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await createPostgresServer()
})
afterAll(() => server.remove())

async function refusedWith(settings: Record<string, string>): Promise<string> {
  await server.stop()
  await server.start(settings)
  const connecting = connect({ connectionString: server.url }, () => {})
  const error: unknown = await connecting.catch((reason: unknown) => reason)
  if (!(error instanceof StartRefused)) throw new Error('it was not refused')
  expect(error.exitCode).toBe(CONFIGURATION_EXIT)
  return error.message
}

test.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
  'a server with %s off is refused by name',
  async (name) => {
    expect(await refusedWith({ [name]: 'off' })).toContain(`${name} off`)
  },
)

test('a store that is read-only is refused at start', async () => {
  expect(await refusedWith({ default_transaction_read_only: 'on' })).toContain('read-only')
})

test('a standby is refused at start', async () => {
  await server.stop()
  const signal = join(server.data, 'standby.signal')
  writeFileSync(signal, '')
  server.handOver(signal)
  expect(await refusedWith({})).toContain('standby')
})

test('another encoding than ours is refused', async () => {
  const latin = await createPostgresServer('LATIN1')
  await latin.start()
  const connecting = connect({ connectionString: latin.url }, () => {})
  await expect(connecting).rejects.toThrow('LATIN1')
  await latin.remove()
})

const sound: ServerSettings = {
  version: 150_000,
  encoding: 'UTF8',
  off: [],
  isStandby: false,
  isReadOnly: false,
}

test('the oldest server that is supported is taken', () => {
  expect(whyUnsafe(sound)).toBeUndefined()
  expect(whyUnsafe({ ...sound, version: 149_999 })).toContain('older than 15')
})
