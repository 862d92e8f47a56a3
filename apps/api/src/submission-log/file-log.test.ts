import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, test } from 'vitest'

import { openFileLog } from './file-log.ts'
import type { LoggedSubmission, SubmissionLog } from './submission-log.ts'

const open: SubmissionLog[] = []
const directories: string[] = []
afterEach(async () => {
  for (const log of open.splice(0)) await log.close()
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-log-'))
  directories.push(directory)
  return directory
}

const now = new Date('2026-11-23T12:00:00.000Z')

async function logIn(directory: string, id: string, at = now): Promise<SubmissionLog> {
  const log = await openFileLog(directory, { id, now: at })
  open.push(log)
  return log
}

async function endOf(log: SubmissionLog): Promise<void> {
  open.splice(open.indexOf(log), 1)
  await log.close()
}

const entry = (id: string, state: LoggedSubmission['state'] = 'sending'): LoggedSubmission => ({
  id,
  caseId: 'case',
  effectId: '7/0',
  report: 0,
  attempt: 0,
  state,
  service: 'FLYT-I',
  authority: '0851',
  requestHash: 'ab',
  dialogue: '20261123110000000001',
  watermark: now,
  at: now,
})

const filesIn = (directory: string) =>
  readdirSync(join(directory, 'submission-log')).filter((name) => name.endsWith('.log'))
const idsIn = async (log: SubmissionLog) => (await log.read()).map(({ id }) => id).toSorted()

test('what was written is read back as it was', async () => {
  const log = await logIn(aDirectory(), 'a')
  await log.write(entry('one'))
  await log.write(entry('one', 'confirmed'))
  expect(await log.read()).toEqual([entry('one'), entry('one', 'confirmed')])
})

test('processes on one machine each read all', async () => {
  const directory = aDirectory()
  const [first, second] = [await logIn(directory, 'a'), await logIn(directory, 'b')]
  await Promise.all([first.write(entry('one')), second.write(entry('two'))])
  expect([await idsIn(first), await idsIn(second)]).toEqual([
    ['one', 'two'],
    ['one', 'two'],
  ])
  expect(filesIn(directory)).toHaveLength(2)
})

test('many at a time are made durable together', async () => {
  const directory = aDirectory()
  const log = await logIn(directory, 'a')
  const ids = Array.from({ length: 100 }, (_, index) => `${index}`)
  await Promise.all(ids.map((id) => log.write(entry(id))))
  expect(await idsIn(log)).toEqual(ids.toSorted())
  const text = readFileSync(join(directory, 'submission-log', filesIn(directory)[0] ?? ''), 'utf8')
  expect(new Set(text.match(/"batch":\d+/gu)).size).toBeLessThan(5)
})

test('a new start keeps what the register may have', async () => {
  const directory = aDirectory()
  const first = await logIn(directory, 'a')
  const states = ['sending', 'confirmed', 'refused', 'unsent', 'waiting', 'inDoubt'] as const
  for (const state of states) await first.write(entry(state, state))
  await endOf(first)
  const second = await logIn(directory, 'b')
  expect(await idsIn(second)).toEqual(['confirmed', 'inDoubt', 'sending', 'waiting'])
  expect(filesIn(directory)).toEqual(['submissions-b.kept.log'])
})

test('what was settled long ago is forgotten', async () => {
  const directory = aDirectory()
  const first = await logIn(directory, 'a')
  await first.write(entry('old', 'confirmed'))
  await first.write(entry('open'))
  await endOf(first)
  const later = await logIn(directory, 'b', new Date('2028-11-23T12:00:00.000Z'))
  expect(await idsIn(later)).toEqual(['open'])
})

test('the file of a living process is left alone', async () => {
  const directory = aDirectory()
  const first = await logIn(directory, 'a')
  await first.write(entry('one'))
  const second = await logIn(directory, 'b')
  await first.write(entry('two'))
  expect(await idsIn(second)).toEqual(['one', 'two'])
})

async function leftBy(directory: string): Promise<string> {
  const first = await logIn(directory, 'a')
  for (const id of ['one', 'two', 'three']) await first.write(entry(id))
  await endOf(first)
  return join(directory, 'submission-log', 'submissions-a.1.log')
}

test('a line torn by a power cut is passed over', async () => {
  const directory = aDirectory()
  appendFileSync(await leftBy(directory), '{"checksum":"0123","batch":4,"en')
  expect(await idsIn(await logIn(directory, 'b'))).toEqual(['one', 'three', 'two'])
})

test('a damaged line in the middle refuses the start', async () => {
  const directory = aDirectory()
  const path = await leftBy(directory)
  writeFileSync(path, readFileSync(path, 'utf8').replace('"one"', '"uno"'))
  await expect(logIn(directory, 'b')).rejects.toThrow(/damaged in line 1/u)
  expect(readFileSync(path, 'utf8')).toContain('"uno"')
})

test('every cut of a file leaves a readable log', async () => {
  const directory = aDirectory()
  const path = await leftBy(directory)
  const whole = readFileSync(path)
  const counts = new Set<number>()
  for (let length = 0; length <= whole.length; length += 7) {
    writeFileSync(path, whole.subarray(0, length))
    const log = await logIn(directory, 'c')
    counts.add((await log.read()).length)
    await endOf(log)
    rmSync(join(directory, 'submission-log'), { recursive: true })
    await leftBy(directory)
  }
  expect([...counts]).toEqual([0, 1, 2])
})

test('a directory that takes no file refuses the write', async () => {
  const directory = aDirectory()
  const log = await logIn(directory, 'a')
  rmSync(join(directory, 'submission-log'), { recursive: true })
  await expect(log.write(entry('one'))).rejects.toThrow(/ENOENT/u)
})

test('after a write that failed another file is begun', async () => {
  const directory = aDirectory()
  const log = await logIn(directory, 'a')
  await log.write(entry('one'))
  const folder = join(directory, 'submission-log')
  writeFileSync(join(folder, 'submissions-a.2.log'), '')
  expect(await idsIn(log)).toEqual(['one'])
  await log.write(entry('two'))
  expect(filesIn(directory)).toHaveLength(2)
})

test('a file that was taken away refuses the write', async () => {
  const directory = aDirectory()
  const log = await logIn(directory, 'a')
  await log.write(entry('one'))
  rmSync(join(directory, 'submission-log'), { recursive: true })
  await expect(log.write(entry('two'))).rejects.toThrow(/removed/u)
})
