import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, test } from 'vitest'

import { abandonServer } from '../testing/abandoned-server.ts'
import { connect } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { endLeftoverServer, serversOn } from './leftover-server.ts'

const directories: string[] = []

afterEach(async () => {
  for (const directory of directories.splice(0)) {
    await endLeftoverServer(join(directory, 'postgres', 'data'))
    rmSync(directory, { recursive: true })
  }
})

/** A folder whose process was killed, with the server that it left running. */
async function abandoned() {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-left-'))
  directories.push(directory)
  chmodSync(directory, 0o755)
  await abandonServer(directory)
  const home = join(directory, 'postgres')
  return { directory, home, data: join(home, 'data') }
}

test('what a killed process left is found and ended', async () => {
  const { directory, data } = await abandoned()
  const [left] = serversOn(data)
  expect(left).toBeDefined()
  const next = await startEmbedded(directory)
  expect(serversOn(data)).not.toContain(left)
  expect(serversOn(data)).toHaveLength(1)
  await next.stop()
  expect(serversOn(data)).toEqual([])
}, 60_000)

test('a server whose folder was moved takes nothing with it', async () => {
  const { directory, home, data } = await abandoned()
  const left = serversOn(data)
  expect(left).toHaveLength(1)
  renameSync(home, `${home}-away`)
  const next = await startEmbedded(directory)
  expect(serversOn(data)).not.toContain(left[0])
  const { db } = await connect(next.connection, () => {})
  await db.destroy()
  await next.stop()
}, 60_000)

test('whoever only speaks of a server is none', async () => {
  const data = join(tmpdir(), 'nowhere', 'data')
  const speaker = spawn('sh', [
    '-c',
    'sleep 20; true',
    '/usr/bin/postgres',
    '-D',
    data,
    '-c',
    'x=y',
  ])
  await once(speaker, 'spawn')
  expect(serversOn(data)).toEqual([])
  speaker.kill('SIGKILL')
  await once(speaker, 'exit')
})
