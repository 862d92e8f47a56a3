import { createCipheriv, createDecipheriv } from 'node:crypto'

import { StartRefused } from '../start/start-refused.ts'
import type { ByteReader } from './byte-reader.ts'

/** An archive in pieces, each sealed by itself with its place: none can be changed, moved, left out or cut off unseen. */

const CIPHER = 'aes-256-gcm'
const PIECE = 65_536
const NONCE = 12
const TAG = 16
const [MORE, LAST] = [0, 1]

interface Sealing {
  readonly key: Buffer
  /** What stands before the pieces: sealed along with each. */
  readonly head: Buffer
}

export async function* sealPieces(
  bytes: AsyncIterable<Buffer>,
  sealing: Sealing,
): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0)
  let place = 0
  for await (const more of bytes) {
    waiting = Buffer.concat([waiting, more])
    while (waiting.length > PIECE) {
      yield seal(waiting.subarray(0, PIECE), sealing, { place, kind: MORE })
      waiting = waiting.subarray(PIECE)
      place += 1
    }
  }
  yield seal(waiting, sealing, { place, kind: LAST })
}

interface Position {
  readonly place: number
  readonly kind: number
}

function seal(piece: Buffer, { key, head }: Sealing, { place, kind }: Position): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(place))
  const start = Buffer.alloc(5)
  start.writeUInt8(kind)
  start.writeUInt32BE(piece.length, 1)
  cipher.setAAD(Buffer.concat([head, start]))
  const sealed = Buffer.concat([cipher.update(piece), cipher.final()])
  return Buffer.concat([start, sealed, cipher.getAuthTag()])
}

export async function* openPieces(reader: ByteReader, sealing: Sealing): AsyncGenerator<Buffer> {
  for (let place = 0; ; place += 1) {
    const start = await reader.exactly(5)
    const length = start.readUInt32BE(1)
    if (length > PIECE) throw damaged()
    const sealed = await reader.exactly(length + TAG)
    yield open(sealed, sealing, { place, start })
    if (start.readUInt8() === LAST) break
  }
  if (!(await reader.isAtEnd())) throw damaged()
}

function open(
  sealed: Buffer,
  { key, head }: Sealing,
  { place, start }: { readonly place: number; readonly start: Buffer },
): Buffer {
  const decipher = createDecipheriv(CIPHER, key, nonceOf(place))
  decipher.setAAD(Buffer.concat([head, start]))
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw place === 0
      ? new StartRefused('the archive does not open with the key of BACKUP_KEY_FILE', 1)
      : damaged()
  }
}

/** The key is this archive's alone, so that counting is enough. */
function nonceOf(place: number): Buffer {
  const nonce = Buffer.alloc(NONCE)
  nonce.writeUInt32BE(place, NONCE - 4)
  return nonce
}

export function damaged(cause?: unknown): StartRefused {
  return new StartRefused('the archive was changed or is cut short', 1, { cause })
}
