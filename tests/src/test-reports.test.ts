import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { readPlaywright, readVitest, tellShortfall } from './test-reports.ts'

const root = mkdtempSync(join(tmpdir(), 'sagsgang-reports-'))
afterAll(() => rmSync(root, { recursive: true }))

function write(report: object): string {
  const file = join(root, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const told = (fullName: string, status: string, ...failureMessages: string[]) => ({
  fullName,
  status,
  failureMessages,
})

const page = (title: string, status: string, ...messages: string[]) => ({
  title,
  file: 'undo.spec.ts',
  tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
})

test('a failed and a skipped test are named', () => {
  const file = {
    name: join(root, 'src/one.test.ts'),
    status: 'failed',
    message: '',
    endTime: 4_000,
    assertionResults: [
      told(' holds', 'passed'),
      told(' a lock is let go', 'failed', 'Error: it is not\n    at one.test.ts:3'),
      told(' later', 'pending'),
    ],
  }
  const outcome = readVitest(write({ startTime: 1_000, testResults: [file] }), root)
  expect(outcome).toMatchObject({ passed: 1, seconds: 3 })
  expect(outcome.shortfalls.map(tellShortfall)).toEqual([
    'failed: src/one.test.ts > a lock is let go\n    Error: it is not\n        at one.test.ts:3',
    'pending: src/one.test.ts > later',
  ])
})

test('a file that cannot be read is named', () => {
  const file = {
    name: join(root, 'src/two.test.ts'),
    status: 'failed',
    message: 'no such module',
    endTime: 1_000,
    assertionResults: [],
  }
  const { shortfalls } = readVitest(write({ startTime: 1_000, testResults: [file] }), root)
  expect(shortfalls.map(tellShortfall)).toEqual(['failed: src/two.test.ts\n    no such module'])
})

test('a package without a report has failed', () => {
  for (const read of [readVitest, readPlaywright])
    expect(read(join(root, 'nowhere.json'), root).shortfalls).toMatchObject([
      { file: 'nowhere.json', status: 'no report' },
    ])
})

test('a page that did not pass is named', () => {
  const inner = { specs: [page('by keyboard', 'flaky', 'Error: too slow')] }
  const report = {
    suites: [{ specs: [page('holds', 'expected')], suites: [inner] }],
    errors: [{ message: 'the browser is gone' }],
    stats: { expected: 1, duration: 2_000 },
  }
  const outcome = readPlaywright(write(report), root)
  expect(outcome).toMatchObject({ passed: 1, seconds: 2 })
  expect(outcome.shortfalls.map(tellShortfall)).toEqual([
    'failed: tests/browser\n    the browser is gone',
    'flaky: tests/browser/undo.spec.ts > by keyboard\n    Error: too slow',
  ])
})
