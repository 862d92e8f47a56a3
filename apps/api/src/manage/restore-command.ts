import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Config } from '../config.ts'
import { type Connected, connect } from '../database/connect.ts'
import { startEmbedded } from '../database/embedded.ts'
import { serversOn } from '../database/leftover-server.ts'
import { prepareDataDirectory } from '../start/data-directory.ts'
import { StartRefused } from '../start/start-refused.ts'
import { type Command, Mistyped, type Order } from './command.ts'
import { openArchive } from './open-archive.ts'
import { readArchive } from './read-archive.ts'
import { type Restored, restoreStore } from './restore-store.ts'

/** What an archive holds, into a database that holds nothing. */
export const restoreCommand: Command = {
  takes: '<file>',
  does: 'puts everything from an archive into an empty database, and holds it against the archive',
  run: async ({ words, config, say }) => {
    const [file, ...more] = words
    if (file === undefined || more.length > 0)
      throw new Mistyped('restore takes the name of an archive')
    // Read to its end first: of one that is damaged nothing is begun.
    await readArchive(await openArchive(resolve(file), config))
    const restored = await withEmptyStore(config, async ({ options }) =>
      restoreStore(options, await openArchive(resolve(file), config), new Date()),
    )
    tell(say, restored)
    return restored.violations.length === 0 ? 0 : 1
  },
}

function tell(say: Order['say'], { head, sums, auditRows, violations }: Restored): void {
  for (const { table, rows } of sums) if (rows > 0) say(`${table}: ${rows} rows`)
  for (const { id, caseId, says } of violations) say(`${id} case ${caseId ?? 'none'}: ${says}`)
  say(`restored as of ${head.takenAt}: ${auditRows} audit rows in one chain`)
  say(`${violations.length} mismatches`)
  say('put audit.key and submission-log of the store that was into DATA_DIR before it is started')
}

/** The embedded one is made where there is none; where restoring fails it is gone again. */
async function withEmptyStore<T>(
  config: Config,
  run: (connected: Connected) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl !== null) {
    const { databaseUrl: connectionString, databaseTls: tls } = config
    return withConnection(await connect({ connectionString, tls }, () => {}), run)
  }
  const home = join(resolve(config.dataDirectory), 'postgres')
  refuseRunning(join(home, 'data'))
  if (existsSync(join(home, 'data')))
    throw new StartRefused('DATA_DIR holds a database: restore into another, or move it away', 1)
  prepareDataDirectory(config.dataDirectory)
  const embedded = await startEmbedded(config.dataDirectory)
  let isFilled = false
  try {
    const done = await withConnection(await connect(embedded.connection, () => {}), run)
    isFilled = true
    return done
  } finally {
    await embedded.stop()
    if (!isFilled) rmSync(home, { recursive: true, force: true })
  }
}

/** Moving its folder away does not end a server, and what it writes from then on is in nobody's sight. */
function refuseRunning(data: string): void {
  const [pid] = serversOn(data)
  if (pid === undefined) return
  throw new StartRefused(
    `databaseRunning: the database of DATA_DIR runs as process ${pid}: stop the product, or end what it left behind with kill -INT ${pid}`,
    1,
  )
}

async function withConnection<T>(
  connected: Connected,
  run: (connected: Connected) => Promise<T>,
): Promise<T> {
  try {
    return await run(connected)
  } finally {
    await connected.db.destroy()
  }
}
