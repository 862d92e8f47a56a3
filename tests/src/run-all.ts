/** Every test of the project in one run: unit and journeys by vitest in each package, then the browser. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

import { z } from 'zod'

import { findBrowser } from './find-browser.ts'

const root = join(import.meta.dirname, '../..')
const packages = globSync('{packages,apps}/*/package.json', { cwd: root })
  .map((file) => join(root, file, '..'))
  .concat(join(root, 'tests'))
const report = 'test-results/vitest.json'
const browserReport = join(root, 'tests/test-results/browser.json')

interface Count {
  readonly passed: number
  readonly failed: number
  readonly seconds: number
}

function run(command: string, args: readonly string[], options: object = {}): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0
}

const unitReport = z.object({
  startTime: z.number(),
  testResults: z.array(z.object({ endTime: z.number() })),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})
const pageReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
    duration: z.number(),
  }),
})

const readReport = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** A package that left no report counts as one failure: silence is not success. */
const missing: Count = { passed: 0, failed: 1, seconds: 0 }

function countTests(file: string): Count {
  if (!existsSync(file)) return missing
  const read = unitReport.parse(readReport(file))
  const failed = read.numFailedTests + read.numPendingTests + read.numTodoTests
  const ended = Math.max(read.startTime, ...read.testResults.map(({ endTime }) => endTime))
  return { passed: read.numPassedTests, failed, seconds: (ended - read.startTime) / 1000 }
}

function countPages(file: string): Count {
  if (!existsSync(file)) return missing
  const { stats } = pageReport.parse(readReport(file))
  const { expected, unexpected, flaky, skipped, duration } = stats
  return { passed: expected, failed: unexpected + flaky + skipped, seconds: duration / 1000 }
}

const browser = findBrowser()
for (const file of [...packages.map((path) => join(path, report)), browserReport]) {
  rmSync(file, { force: true })
}

const built = run('turbo', ['run', 'build', '--output-logs=errors-only'])
const vitest = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const tested = run('turbo', ['run', 'test', '--continue', '--concurrency=1', ...vitest])
const browsed = run('playwright', ['test'], {
  cwd: join(root, 'tests'),
  env: {
    ...process.env,
    PATH: `${join(root, 'tests/node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  },
})

const parts = [
  ...packages.map((path) => [relative(root, path), countTests(join(path, report))] as const),
  ['browser', countPages(browserReport)] as const,
]
for (const [name, { passed, failed, seconds }] of parts)
  process.stdout.write(`${name}: ${passed + failed} tests in ${Math.round(seconds)} s\n`)
const counts = parts.map(([, count]) => count)
const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const failures = total('failed')
process.stdout.write(`\n${total('passed')} passed, ${failures} failed\n`)
process.exitCode = built && tested && browsed && failures === 0 ? 0 : 1
