/** A thread that judges one slice of seeds after the other. */
import { parentPort } from 'node:worker_threads'

import { type Fault, judge } from '../src/fuzzing/differential.ts'
import { type Input, makeInput } from '../src/fuzzing/inputs.ts'
import { readReply } from '../src/read-reply.ts'

export interface Slice {
  readonly from: number
  readonly count: number
}

export interface Told {
  readonly inputs: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly faults: readonly { readonly seed: number; readonly fault: Fault }[]
  /** Milliseconds of the processor for the large body that took most. */
  readonly slowest: number
}

const large = 512 * 1024

parentPort?.on('message', (slice: Slice | null) => {
  if (slice === null) parentPort?.close()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  else parentPort?.postMessage(judgeSlice(slice))
})

function judgeSlice({ from, count }: Slice): Told {
  const outcomes: Record<string, number> = {}
  const faults: { seed: number; fault: Fault }[] = []
  let slowest = 0
  for (let seed = from; seed < from + count; seed += 1) {
    const input = makeInput(seed)
    if (input.bytes.length > large) slowest = Math.max(slowest, costOf(input))
    const { outcome, fault } = judge(input)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (fault !== null) faults.push({ seed, fault })
  }
  return { inputs: count, outcomes, faults, slowest }
}

/** The less of two readings: the first may have waited for code to be compiled. */
function costOf({ bytes, contentType }: Input): number {
  const readings = [1, 2].map(() => {
    const before = process.threadCpuUsage()
    readReply(bytes, { contentType })
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...readings)
}
