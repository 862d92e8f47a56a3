/** A thread that judges one slice of seeds after the other. */
import { parentPort } from 'node:worker_threads'

import { type Fault, judge } from '../src/fuzzing/differential.ts'
import { makeInput } from '../src/fuzzing/inputs.ts'

export interface Slice {
  readonly from: number
  readonly count: number
}

export interface Told {
  readonly inputs: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly faults: readonly { readonly seed: number; readonly fault: Fault }[]
  /** Milliseconds of the processor. */
  readonly slowest: number
}

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
    const before = process.threadCpuUsage()
    const { outcome, fault } = judge(input)
    const { user, system } = process.threadCpuUsage(before)
    slowest = Math.max(slowest, (user + system) / 1_000)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (fault !== null) faults.push({ seed, fault })
  }
  return { inputs: count, outcomes, faults, slowest }
}
