/** Plays worlds by their seeds and holds each to what is promised; a seed that fails is told with the command that plays it again. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

import { playInLanes } from '../src/simulation/lanes.ts'
import { notReached } from '../src/simulation/reach.ts'
import { simulate } from '../src/simulation/simulate.ts'
import { openStage } from '../src/simulation/stage.ts'
import { createTally } from '../src/simulation/tally.ts'
import { watchInvariants } from '../src/simulation/watch.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    lanes: { type: 'string', default: String(availableParallelism()) },
    nightly: { type: 'boolean', default: false },
  },
})

const MOST_TOLD = 20
const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = values.seed === undefined ? await playMany() : await playOne(values.seed)

/** The world of one seed, with every line of its trace. */
async function playOne(text: string): Promise<number> {
  const seed = numberIn(text)
  const stage = await openStage()
  try {
    const run = await simulate({ seed, stage, watch: watchInvariants(), keepsTrace: true })
    for (const line of run.trace) say(line)
    for (const [name, count] of Object.entries(run.counts)) say(`${name}: ${count}`)
    for (const { id, caseId, says } of run.violations)
      say(`VIOLATION ${id} ${caseId ?? ''} ${says}`)
    say(`seed ${seed} ${run.fingerprint}`)
    return run.violations.length === 0 ? 0 : 1
  } finally {
    await stage.close()
  }
}

async function playMany(): Promise<number> {
  const count = values.nightly ? 100_000 : numberIn(values.seeds)
  const tally = createTally()
  const begun = performance.now()
  await playInLanes({
    lanes: numberIn(values.lanes),
    from: numberIn(values.from),
    count,
    onRun(run) {
      const known = tally.failed.size
      tally.take(run)
      if (tally.failed.size > known && known < MOST_TOLD) tell(run.seed, tally.failed.get(run.seed))
      if (tally.seeds() % 500 === 0) say(`${tally.seeds()} seeds`)
    },
  })
  const seconds = (performance.now() - begun) / 1000
  for (const [name, total] of Object.entries(tally.counts()))
    say(`${String(total).padStart(9)}  ${name}`)
  say(`${tally.seeds()} seeds, ${(tally.seeds() / seconds).toFixed(1)} a second`)
  say(`${tally.failed.size} of them with a violation`)
  const missing = notReached(tally.counts())
  for (const one of missing) say(`never met: ${one}`)
  // A night must come by everything; fewer worlds may miss what is rare.
  const isTame = values.nightly && missing.length > 0
  return tally.failed.size === 0 && !isTame ? 0 : 1
}

function tell(seed: number, wrong: readonly string[] = []): void {
  say(`pnpm simulate --seed ${seed}`)
  for (const one of wrong.slice(0, 5)) say(`  ${one}`)
}

function numberIn(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`"${text}" is no number of seeds`)
  return number
}
