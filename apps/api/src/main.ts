import { setTimeout as wait } from 'node:timers/promises'

import { destination, type Logger, pino } from 'pino'

import { readConfig } from './config.ts'
import { createParts, type Parts } from './start/parts.ts'
import { StartRefused } from './start/start-refused.ts'
import { start } from './start/start.ts'

// A terminal tells the whole group, and whoever started us passes it on: that is one signal heard twice.
const SAME_SIGNAL_MS = 1_000

const log = pino({ base: null }, destination({ dest: 2, sync: true }))

process.exit(await main(log))

async function main(logger: Logger): Promise<number> {
  const parts = createParts(logger)
  try {
    return await Promise.race([nextSignal(), run(parts, logger)])
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  } finally {
    await parts.stop()
  }
}

/** Ends only when something goes wrong. */
async function run(parts: Parts, logger: Logger): Promise<number> {
  const { url, databaseEnded } = await start(readConfig(process.env), logger, parts)
  process.stdout.write(`ready ${url ?? 'to work'}\n`)
  await databaseEnded
  // A signal to the whole group reaches the database too, and must not be taken for its failure.
  await wait(1_000)
  logger.error('the embedded database has ended')
  return 1
}

/** The first one stops everything in order; one that comes later while that is under way ends the process at once. */
function nextSignal(): Promise<number> {
  return new Promise((resolve) => {
    let first: number | null = null
    const onSignal = () => {
      first ??= performance.now()
      if (performance.now() - first > SAME_SIGNAL_MS) process.exit(1)
      resolve(0)
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}
