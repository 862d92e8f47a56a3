import { setTimeout as wait } from 'node:timers/promises'

import { destination, type Logger, pino } from 'pino'

import { readConfig } from './config.ts'
import { StartRefused } from './start/start-refused.ts'
import { start, type Started } from './start/start.ts'

const log = pino({ base: null }, destination({ dest: 2, sync: true }))

await main(log).catch((error: unknown) => {
  if (!(error instanceof StartRefused)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error.exitCode)
})

async function main(logger: Logger): Promise<void> {
  const stopped = nextSignal()
  const started = await start(readConfig(process.env), logger)
  if (started.url !== null) process.stdout.write(`ready ${started.url}\n`)
  const ending = await Promise.race([stopped, lostDatabase(started)])
  await started.stop()
  process.exit(ending === 'signal' ? 0 : 1)
}

/** The first one stops everything in order; a second one while that is under way ends the process at once. */
function nextSignal(): Promise<'signal'> {
  return new Promise((resolve) => {
    let seen = 0
    const onSignal = () => {
      seen += 1
      if (seen > 1) process.exit(1)
      resolve('signal')
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}

/** A signal to the whole group reaches the database too, and must not be taken for its failure. */
async function lostDatabase({ databaseEnded }: Started): Promise<'database'> {
  await databaseEnded
  await wait(1_000)
  log.error('the embedded database has ended')
  return 'database'
}
