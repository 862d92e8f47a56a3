import { hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

import { z } from 'zod'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

/** How the key of one archive came from the key that is kept: stands at the archive's head. */
export const derivation = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hkdf-sha256'), salt: z.base64() }),
  z.strictObject({
    by: z.literal('scrypt'),
    salt: z.base64(),
    cost: z.number().int().min(16_384).max(1_048_576),
  }),
])
export type Derivation = z.infer<typeof derivation>

const BYTES = 32
const SHORTEST_PHRASE = 16
const COST = 131_072
const BLOCK_SIZE = 8

/** A raw key of 32 bytes, or a phrase: an archive lies about for years, so that a short one would be found. */
export async function readBackupKey(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) throw refusal('must be a file that can be read')
  if (bytes.length === BYTES) return bytes
  const phrase = Buffer.from(bytes.toString('utf8').trim())
  if (phrase.length < SHORTEST_PHRASE)
    throw refusal(`must hold ${BYTES} bytes, or a phrase of at least ${SHORTEST_PHRASE} letters`)
  return phrase
}

function refusal(what: string): StartRefused {
  return new StartRefused(`BACKUP_KEY_FILE ${what}`, CONFIGURATION_EXIT)
}

export function newDerivation(secret: Buffer): Derivation {
  const salt = randomBytes(BYTES).toString('base64')
  return secret.length === BYTES ? { by: 'hkdf-sha256', salt } : { by: 'scrypt', salt, cost: COST }
}

const scryptAsync: (
  secret: Buffer,
  salt: Buffer,
  length: number,
  options: { readonly N: number; readonly r: number; readonly maxmem: number },
) => Promise<Buffer> = promisify(scrypt)

export async function deriveKey(secret: Buffer, how: Derivation): Promise<Buffer> {
  const salt = Buffer.from(how.salt, 'base64')
  if (how.by === 'hkdf-sha256')
    return Buffer.from(hkdfSync('sha256', secret, salt, 'sagsgang backup', BYTES))
  const options = { N: how.cost, r: BLOCK_SIZE, maxmem: 256 * how.cost * BLOCK_SIZE }
  return scryptAsync(secret, salt, BYTES, options)
}
