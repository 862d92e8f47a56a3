import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

import { z } from 'zod'

/** What one part of the run came to. */
export interface Outcome {
  readonly passed: number
  readonly seconds: number
  readonly shortfalls: readonly Shortfall[]
}

/** A test that did not pass, a file that could not be read: skipped is no better than failed. */
export interface Shortfall {
  readonly file: string
  readonly title: string
  readonly status: string
  readonly says: string
}

const vitestReport = z.object({
  startTime: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
})
type VitestFile = z.infer<typeof vitestReport>['testResults'][number]

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string() })) })),
    }),
  ),
})
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional()
  },
})
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
  stats: z.object({ expected: z.number(), duration: z.number() }),
})

/** A part that left no report counts as one failure: silence is not success. */
const unreported = (file: string): Outcome => ({
  passed: 0,
  seconds: 0,
  shortfalls: [{ file, title: '', status: 'no report', says: 'it ended before it could tell' }],
})

export function readVitest(file: string, root: string): Outcome {
  if (!existsSync(file)) return unreported(relative(root, file))
  const { startTime, testResults } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const ended = Math.max(startTime, ...testResults.map(({ endTime }) => endTime))
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    seconds: (ended - startTime) / 1000,
    shortfalls: testResults.flatMap((one) => shortfallsOf(one, relative(root, one.name))),
  }
}

function shortfallsOf(found: VitestFile, file: string): readonly Shortfall[] {
  const { status, message, assertionResults } = found
  const tests = assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => ({
      file,
      title: test.fullName.trim(),
      status: test.status,
      says: test.failureMessages.join('\n'),
    }))
  const isToldByTests = status === 'passed' || tests.some((test) => test.status === 'failed')
  return isToldByTests ? tests : [{ file, title: '', status, says: message }, ...tests]
}

export function readPlaywright(file: string, root: string): Outcome {
  if (!existsSync(file)) return unreported(relative(root, file))
  const { suites, errors, stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const outside = errors.map(({ message = '' }) => ({
    file: 'tests/browser',
    title: '',
    status: 'failed',
    says: message,
  }))
  return {
    passed: stats.expected,
    seconds: stats.duration / 1000,
    shortfalls: [...outside, ...suites.flatMap(specsOf).flatMap(pageShortfalls)],
  }
}

const specsOf = ({
  specs,
  suites = [],
}: z.infer<typeof suite>): readonly z.infer<typeof spec>[] => [...specs, ...suites.flatMap(specsOf)]

const pageShortfalls = ({ title, file, tests }: z.infer<typeof spec>): readonly Shortfall[] =>
  tests
    .filter(({ status }) => status !== 'expected')
    .map(({ status, results }) => ({
      file: `tests/browser/${file}`,
      title,
      status,
      says: results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'),
    }))

const MOST_LINES = 12

/** Name first, then as much of the message as tells what happened. */
export function tellShortfall({ file, title, status, says }: Shortfall): string {
  const lines = says
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
  return [`${status}: ${[file, title].filter(Boolean).join(' > ')}`, ...lines].join('\n    ')
}
