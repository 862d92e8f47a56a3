import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { play } from './play.ts'
import type { Play } from './play.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'register-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const lars = '0707614293'
const mette = '1306814172'

const marry = (register: Play) =>
  register.report({
    service: 'VIELS-I',
    keys: { PNR: lars, SPNR: mette },
    data: { VIELSESMYN: '0851' },
  })

const logOf = (folder: string): string =>
  join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.log') && name !== 'access.log') ?? '',
  )

test('a restarted register knows yesterday and its hour', async () => {
  const first = await play({ dataDirectory: directory })
  await marry(first)
  await first.control('PUT', '/control/clock', { advance: { days: 9 } })
  const [rows, applied, now] = [
    await first.everything(lars),
    await first.applied(),
    await first.now(),
  ]
  await first.close()
  const second = await play({ dataDirectory: directory })
  expect(await second.everything(lars)).toEqual(rows)
  expect(await second.applied()).toEqual(applied)
  expect(await second.now()).toBeGreaterThanOrEqual(now)
  await second.close()
})

test('what was saved can be undone after a restart', async () => {
  const first = await play({ dataDirectory: directory })
  const before = await first.everything(mette)
  const told = await marry(first)
  await first.close()
  const second = await play({ dataDirectory: directory })
  const TIMSTP = told.type === 'accepted' ? (told.output['TIMSTP'] ?? '') : ''
  const undone = await second.report({ service: 'CIV-F', keys: { PNR: lars, TIMSTP } })
  expect(undone).toMatchObject({ type: 'accepted', output: { AKM: 'A' } })
  const rows = await second.rows(mette, 'civilStatus')
  expect(rows.filter(({ mark }) => mark === null)).toEqual(before.civilStatus)
  await second.close()
})

test('a line cut off by a crash never happened', async () => {
  const first = await play({ dataDirectory: directory })
  await marry(first)
  // No close: the process was killed after this answer and in the middle of the next line.
  appendFileSync(logOf(directory), '{"people":[{"pnr":"07')
  const second = await play({ dataDirectory: directory })
  expect((await second.rows(lars, 'civilStatus')).at(-1)).toMatchObject({ civilStatus: 'G' })
  expect(await second.applied()).toHaveLength(1)
  await second.close()
  await first.close()
})

test('a reset is what a restart remembers', async () => {
  const first = await play({ dataDirectory: directory })
  await marry(first)
  await first.control('POST', '/control/reset', { population: 220, seed: 2 })
  const people = await first.people('')
  await first.close()
  const second = await play({ dataDirectory: directory })
  expect(await second.people('')).toEqual(people)
  expect(await second.applied()).toEqual([])
  await second.close()
})

test('every look at a person is written down', async () => {
  const register = await play({ dataDirectory: directory })
  await register.look('STAM', { PNR: lars })
  await register.close()
  const { readFileSync } = await import('node:fs')
  const lines = readFileSync(join(directory, 'access.log'), 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { pnr: lars, service: 'STAM', user: 'WTST0001' },
  ])
})
