/** Sends bent and made-up messages to the reader by their seeds, and holds it against libxml2; a seed that fails is told with the command that sends it again. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'

import { judge } from '../src/fuzzing/differential.ts'
import { makeInput } from '../src/fuzzing/inputs.ts'
import type { Slice, Told } from './lane.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    inputs: { type: 'string', default: '50000' },
    from: { type: 'string', default: '1' },
    lanes: { type: 'string', default: String(availableParallelism()) },
  },
})

const most = { faults: 20, milliseconds: 250 }
const portion = 10_000
const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = values.seed === undefined ? await sendMany() : sendOne(numberIn(values.seed))

/** One input with all that is known of it. */
function sendOne(seed: number): number {
  const input = makeInput(seed)
  const { outcome, fault } = judge(input)
  say(Buffer.from(input.bytes).toString('latin1'))
  say(`made of: ${input.made.join(', ')}`)
  say(`content type: ${input.contentType ?? 'none'}`)
  say(`answer: ${outcome}`)
  say(fault === null ? 'no fault' : `FAULT ${fault}`)
  return fault === null ? 0 : 1
}

async function sendMany(): Promise<number> {
  const count = numberIn(values.inputs)
  const slices = slicesOf(numberIn(values.from), count)
  const total = { inputs: 0, faults: 0, slowest: 0 }
  const outcomes: Record<string, number> = {}
  const take = (told: Told): void => {
    for (const { seed, fault } of told.faults) {
      total.faults += 1
      if (total.faults <= most.faults) say(`${fault}: pnpm fuzz --seed ${seed}`)
    }
    for (const [name, times] of Object.entries(told.outcomes))
      outcomes[name] = (outcomes[name] ?? 0) + times
    total.inputs += told.inputs
    total.slowest = Math.max(total.slowest, told.slowest)
    if (total.inputs % (10 * portion) === 0) say(`${total.inputs} inputs`)
  }
  const lanes = Array.from({ length: numberIn(values.lanes) }, () => runLane(slices, take))
  await Promise.all(lanes)
  for (const [name, times] of Object.entries(outcomes)) say(`${String(times).padStart(9)}  ${name}`)
  say(
    `${total.inputs} inputs, the slowest of 1 MiB read in ${total.slowest.toFixed(0)} ms of the processor`,
  )
  say(`${total.faults} of them with a fault`)
  const isComplete = total.inputs === count && total.slowest <= most.milliseconds
  return total.faults === 0 && isComplete ? 0 : 1
}

function slicesOf(from: number, count: number): Slice[] {
  return Array.from({ length: Math.ceil(count / portion) }, (_, at) => ({
    from: from + at * portion,
    count: Math.min(portion, count - at * portion),
  }))
}

/** A lane takes a slice at a time until none is left. */
function runLane(slices: Slice[], take: (told: Told) => void): Promise<void> {
  const lane = new Worker(new URL('lane.ts', import.meta.url))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const next = () => lane.postMessage(slices.shift() ?? null)
  return new Promise((resolve, reject) => {
    lane.on('message', (told: Told) => {
      take(told)
      next()
    })
    lane.on('error', reject)
    lane.on('exit', () => resolve())
    next()
  })
}

function numberIn(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`"${text}" is no number of inputs`)
  return number
}
