/** Run as a thread of its own: blocks are only counted in code that was compiled after the counting began. */
import { Session } from 'node:inspector'
import { parentPort } from 'node:worker_threads'

export interface Work {
  readonly name: string
  readonly size: number
  /** How often the engine went through any block of the reader or its parser: the same on every machine, however busy. */
  readonly steps: number
}

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

const smaller = 128 * 1024

const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
const { maximumBytes } = await import('../xml-decode.ts')
const { readReply } = await import('../read-reply.ts')
const { swellings } = await import('./swollen.ts')

for (const { name, make } of swellings) {
  for (const size of [smaller, maximumBytes]) {
    const bytes = make(size)
    takeSteps()
    readReply(bytes)
    const work: Work = { name, size: bytes.length, steps: takeSteps() }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    parentPort?.postMessage(work)
  }
}

/** Counts begin anew with each time they are taken. */
function takeSteps(): number {
  let steps = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage: Coverage) => {
    if (error !== null) throw error
    const counted = coverage.result.filter(({ url }) => /\/gctp\/src\/(?!fuzz)|fast-xml/.test(url))
    const ranges = counted.flatMap(({ functions }) => functions.flatMap((one) => one.ranges))
    steps = ranges.reduce((sum, { count }) => sum + count, 0)
  })
  return steps
}
