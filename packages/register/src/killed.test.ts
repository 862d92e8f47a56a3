import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createClient } from '@sagsgang/gctp'
import type { Client } from '@sagsgang/gctp'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { play } from './play.ts'
import { demoAccount, demoUser } from './sign-on.ts'

/** A process that is killed keeps every promise it has made. */

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'register-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const script = `
  const { createRegister } = await import(process.argv[1])
  const register = await createRegister({ dataDirectory: process.argv[2], population: 200, port: 0 })
  process.stdout.write(register.url + '\\n')
`

async function startProcess(): Promise<{ child: ChildProcess; client: Client }> {
  const index = join(import.meta.dirname, 'index.ts')
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, index, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url]: string[] = await once(createInterface({ input: child.stdout }), 'line')
  const login = { user: demoUser, password: demoAccount.password }
  return { child, client: createClient({ url: url ?? '', ...login }) }
}

const name = (turn: number): string => `Navn${'abcdefghijklmnopqrstuvwxyz'.charAt(turn % 26)}`

async function rename(client: Client, turn: number): Promise<string> {
  const update = {
    service: 'NAVNA-I',
    keys: { PNR: '0707614293' },
    data: { FORNVN: 'Lars', EFTERNVN: name(turn) },
    authority: '7001',
  }
  const begun = await client.initiate(update)
  if (begun.type !== 'accepted') return begun.type
  return (await client.save(client.prepareSave(begun.dialogue, update))).type
}

test('whatever was answered is there after a kill', async () => {
  const { child, client } = await startProcess()
  const gone = once(child, 'exit')
  let accepted = 0
  for (let turn = 0; turn < 200; turn += 1) {
    if (turn === 9) setTimeout(() => child.kill('SIGKILL'), 7)
    const told = await rename(client, turn)
    if (told !== 'accepted') break
    accepted += 1
  }
  await gone
  await client.close()
  expect(accepted).toBeGreaterThanOrEqual(9)
  const after = await play({ dataDirectory: directory, now: Date.now })
  const applied = await after.applied()
  const names = await after.rows('0707614293', 'name')
  // The one that was under way may have been stored unheard; no other may.
  expect([accepted, accepted + 1]).toContain(applied.length)
  expect(names).toHaveLength(applied.length + 1)
  expect(names.at(-1)).toMatchObject({ lastName: name(applied.length - 1), current: true })
  await after.close()
})
