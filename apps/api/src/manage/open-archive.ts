import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import type { Config } from '../config.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import { FORMAT, opening, parseLine } from './backup-format.ts'
import { type Derivation, deriveKey, readBackupKey } from './backup-key.ts'
import { damaged, openPieces } from './backup-seal.ts'
import { type ByteReader, readBytes } from './byte-reader.ts'

/** What an archive holds, as far as it is whole: whatever is not ends the reading with one sentence. */
export async function openArchive(
  file: string,
  { backupKeyFile }: Pick<Config, 'backupKeyFile'>,
): Promise<ByteReader> {
  const bytes = readBytes(createReadStream(file))
  const line = await bytes.line().catch(() => {
    throw new StartRefused(`${file} is no archive of ours, or cannot be read`, 1)
  })
  const { format, key: how } = parseLine(opening, line)
  if (format !== FORMAT) throw new StartRefused(`${file} was written in another format`, 1)
  const pieces =
    how === null
      ? bytes.rest()
      : openPieces(bytes, {
          key: await keyFor(how, backupKeyFile),
          head: Buffer.concat([line, Buffer.from('\n')]),
        })
  return readBytes(unzipped(pieces))
}

async function keyFor(how: Derivation, backupKeyFile: string | null): Promise<Buffer> {
  if (backupKeyFile !== null) return deriveKey(await readBackupKey(backupKeyFile), how)
  throw new StartRefused(
    'BACKUP_KEY_FILE must name the key that the archive was sealed with',
    CONFIGURATION_EXIT,
  )
}

async function* unzipped(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(pieces)
  const unzip = createGunzip()
  source.on('error', (error) => unzip.destroy(error))
  try {
    for await (const bytes of source.pipe(unzip)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stream is one of bytes
      yield bytes as Buffer
    }
  } catch (error) {
    throw error instanceof StartRefused ? error : damaged(error)
  } finally {
    source.destroy()
  }
}
