/** `node tests/src/chaos/throughput.ts`: whole cases per second with one worker and with three, as JSON on one line. */
import { runErrands } from './errands.ts'
import { startFleet } from './fleet.ts'

const CASES = 400
const WARM_UP = 40
const SECONDS = 240

const figures = []
for (const workers of [1, 3]) {
  const fleet = await startFleet({ apis: 1, workers })
  try {
    await runErrands(fleet, { count: WARM_UP, after: 0, seconds: SECONDS })
    const { seconds } = await runErrands(fleet, { count: CASES, after: WARM_UP, seconds: SECONDS })
    figures.push({
      name: `whole cases over HTTP, workers: ${workers}`,
      value: CASES / seconds,
      unit: 'cases/s',
    })
  } finally {
    await fleet.stop()
  }
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
