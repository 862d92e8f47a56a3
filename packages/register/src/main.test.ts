import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
const directory = mkdtempSync(join(tmpdir(), 'register-main-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

const settings = (port: string) => ({
  ...process.env,
  DATA_DIR: directory,
  REGISTER_PORT: port,
})

async function start(): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [main], {
    env: settings('0'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  const [line]: string[] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, origin: new URL(line?.replace('ready ', '') ?? '').origin }
}

const people = async (origin: string) => (await fetch(`${origin}/control/people?limit=5`)).json()

test('it answers, stops at a signal and remembers', { timeout: 30_000 }, async () => {
  const first = await start()
  const before = await people(first.origin)
  expect(before).toHaveLength(5)

  const second = spawnSync(process.execPath, [main], { env: settings('0'), timeout: 20_000 })
  expect([second.status, second.stderr.toString()]).toEqual([
    1,
    expect.stringContaining('DATA_DIR'),
  ])

  const ended = once(first.child, 'exit')
  first.child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  const again = await start()
  expect(await people(again.origin)).toEqual(before)
  again.child.kill('SIGKILL')
})

test('a port that is none is refused by name', { timeout: 30_000 }, () => {
  const refused = spawnSync(process.execPath, [main], { env: settings('many'), timeout: 20_000 })
  expect([refused.status, refused.stderr.toString()]).toEqual([
    78,
    expect.stringContaining('REGISTER_PORT'),
  ])
})
