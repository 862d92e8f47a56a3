/** Every test of the project in one run: unit and journeys by vitest in each package, then the browser. */
import { spawnSync } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

import { findBrowser } from './find-browser.ts'
import { readPlaywright, readVitest, tellShortfall } from './test-reports.ts'

const root = join(import.meta.dirname, '../..')
const packages = globSync('{packages,apps}/*/package.json', { cwd: root })
  .map((file) => join(root, file, '..'))
  .concat(join(root, 'tests'))
const report = 'test-results/vitest.json'
const browserReport = join(root, 'tests/test-results/browser.json')

function run(command: string, args: readonly string[], options: object = {}): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0
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
  ...packages.map((path) => [relative(root, path), readVitest(join(path, report), root)] as const),
  ['browser', readPlaywright(browserReport, root)] as const,
]
const say = (line: string) => void process.stdout.write(`${line}\n`)
for (const [name, { passed, shortfalls, seconds }] of parts)
  say(`${name}: ${passed + shortfalls.length} tests in ${Math.round(seconds)} s`)
const shortfalls = parts.flatMap(([, outcome]) => outcome.shortfalls)
const passed = parts.reduce((sum, [, outcome]) => sum + outcome.passed, 0)
for (const one of shortfalls) say(`\n${tellShortfall(one)}`)
if (!built) say('\nthe build failed')
// An error outside any test, such as a promise that nobody waited for, stands in no report.
if (shortfalls.length === 0 && !(tested && browsed)) say('\na runner failed: see its output above')
say(`\n${passed} passed, ${shortfalls.length} failed`)
process.exitCode = built && tested && browsed && shortfalls.length === 0 ? 0 : 1
