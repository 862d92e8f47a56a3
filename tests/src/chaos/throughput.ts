/** `pnpm bench workers`: whole cases per second with one worker and with three, as a table and as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runErrands } from './errands.ts'
import { startFleet } from './fleet.ts'

const results = join(import.meta.dirname, '../../test-results')

const CASES = 240
const WARM_UP = 30
const SECONDS = 600
/** At once, as one on the same machine does, and after as long as one on the other side of a network takes. */
const registers = [
  { name: 'a register that answers at once', delayMs: 0 },
  { name: 'a register that takes 300 ms', delayMs: 300 },
] as const

async function measure(workers: number, delayMs: number): Promise<number> {
  const fleet = await startFleet({ apis: 1, workers })
  try {
    await fleet.control.faults({ seed: 1, delayMs })
    await runErrands(fleet, { count: WARM_UP, after: 0, seconds: SECONDS })
    const { seconds } = await runErrands(fleet, { count: CASES, after: WARM_UP, seconds: SECONDS })
    return CASES / seconds
  } finally {
    await fleet.stop()
  }
}

const figures = []
for (const { name, delayMs } of registers) {
  const one = await measure(1, delayMs)
  const three = await measure(3, delayMs)
  const unit = 'cases/s'
  const measured = [
    { name: `whole cases over HTTP, 1 worker, ${name}`, value: one, unit },
    { name: `whole cases over HTTP, 3 workers, ${name}`, value: three, unit, ratio: three / one },
  ]
  for (const { name: what, value, ratio } of measured) {
    const times = ratio === undefined ? '' : `   ${ratio.toFixed(2)} × one worker`
    process.stdout.write(`${what}   ${value.toFixed(1)} ${unit}${times}\n`)
  }
  figures.push(...measured)
}
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'workers.json'), `${JSON.stringify(figures, null, 2)}\n`)
