import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { ClientConfig } from 'pg'

import type { Config } from '../config.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import { syncDirectory } from '../submission-log/sync-directory.ts'
import { FORMAT, type TableSum, toLine } from './backup-format.ts'
import { deriveKey, newDerivation, readBackupKey } from './backup-key.ts'
import { sealPieces } from './backup-seal.ts'
import { readStore } from './backup-store.ts'
import { type Command, Mistyped } from './command.ts'
import { withStore } from './with-store.ts'

/** Everything in one file, taken while the product runs. */
export const backupCommand: Command = {
  takes: '<file> [--plain]',
  does: 'writes everything that is stored into one archive, sealed with the key of BACKUP_KEY_FILE',
  run: async ({ words, config, say }) => {
    const file = fileIn(words)
    const secret = await secretFor(config, words)
    if (existsSync(file)) throw new StartRefused(`${file} is there already: name another`, 1)
    const sums: TableSum[] = []
    await withStore(config, ({ options }) =>
      writeArchive(file, { options, secret, onSum: (sum) => void sums.push(sum) }),
    )
    for (const { table, rows } of sums) if (rows > 0) say(`${table}: ${rows} rows`)
    say(`written to ${file}${secret === null ? ', readable by anybody' : ''}`)
    say('keep audit.key and submission-log of DATA_DIR apart from it, and not only there')
    return 0
  },
}

function fileIn(words: readonly string[]): string {
  const [file, flag, ...more] = words
  if (file === undefined || file.startsWith('--') || more.length > 0)
    throw new Mistyped('backup takes the name of a file')
  if (flag !== undefined && flag !== '--plain') throw new Mistyped(`backup knows no ${flag}`)
  return resolve(file)
}

/** Null where somebody has said that anybody may read it. */
async function secretFor(
  { backupKeyFile }: Config,
  words: readonly string[],
): Promise<Buffer | null> {
  if (words.includes('--plain')) return null
  if (backupKeyFile !== null) return readBackupKey(backupKeyFile)
  throw new StartRefused(
    'BACKUP_KEY_FILE must name a file with a key, as the archive holds personal data; say --plain where it may be read by anybody',
    CONFIGURATION_EXIT,
  )
}

interface Writing {
  readonly options: ClientConfig
  readonly secret: Buffer | null
  readonly onSum: (sum: TableSum) => void
}

/** Whole, or not there: written under another name, and given its own once it is on disk. */
async function writeArchive(file: string, { options, secret, onSum }: Writing): Promise<void> {
  const draft = `${file}.partial`
  const zipped = createGzip()
  try {
    await Promise.all([
      pipeline(Readable.from(readStore(options, onSum)), zipped),
      pipeline(archiveOf(zipped, secret), createWriteStream(draft, { mode: 0o600, flush: true })),
    ])
    await rename(draft, file)
    await syncDirectory(dirname(file))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* archiveOf(
  zipped: AsyncIterable<Buffer>,
  secret: Buffer | null,
): AsyncGenerator<Buffer> {
  const how = secret && newDerivation(secret)
  const head = toLine({ archive: 'sagsgang', format: FORMAT, key: how })
  yield head
  if (how === null) yield* zipped
  else yield* sealPieces(zipped, { key: await deriveKey(secret ?? Buffer.alloc(0), how), head })
}
