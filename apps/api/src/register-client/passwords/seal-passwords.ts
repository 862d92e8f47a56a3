import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

import { z } from 'zod'

import type { Passwords } from './kept-passwords.ts'

/** The key that the passwords are sealed with did not seal these. */
export class OtherPasswordKey extends Error {
  override name = 'OtherPasswordKey'
}

export interface PasswordSeal {
  readonly seal: (passwords: Passwords) => Buffer
  readonly open: (sealed: Buffer) => Passwords
}

const CIPHER = 'aes-256-gcm'
const KEY_ID_BYTES = 8
const NONCE_BYTES = 12
const TAG_BYTES = 16

const which = z.enum(['current', 'candidate', 'configured'])
const count = z.number().int().min(0)
const shape: z.ZodType<Passwords> = z.strictObject({
  current: z.string(),
  candidate: z
    .strictObject({
      password: z.string(),
      firstSentAt: z.number(),
      lastSentAt: z.number(),
      absence: z.enum(['notYet', 'proven']).nullable(),
      isRefused: z.boolean(),
    })
    .nullable(),
  since: z.number().nullable(),
  takenOver: z.string(),
  doubts: z.strictObject({ current: count, candidate: count, configured: count }),
  refused: z.array(which),
  trouble: z.enum(['signOnRefused', 'locked']).nullable(),
})

/** The id of the key, a nonce, the tag, and what is sealed: for one user, so that no row can be put in another's place. */
export function createPasswordSeal(key: Buffer, user: string): PasswordSeal {
  const keyId = createHash('sha256').update('password key').update(key).digest()
  const id = keyId.subarray(0, KEY_ID_BYTES)
  return {
    seal(passwords) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(user))
      const hidden = [cipher.update(JSON.stringify(passwords), 'utf8'), cipher.final()]
      return Buffer.concat([id, nonce, cipher.getAuthTag(), ...hidden])
    },
    open(sealed) {
      if (!sealed.subarray(0, KEY_ID_BYTES).equals(id)) throw new OtherPasswordKey('another key')
      const [nonceAt, tagAt] = [KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES]
      const hiddenAt = tagAt + TAG_BYTES
      const cipher = createDecipheriv(CIPHER, key, sealed.subarray(nonceAt, tagAt))
        .setAAD(Buffer.from(user))
        .setAuthTag(sealed.subarray(tagAt, hiddenAt))
      const text = Buffer.concat([cipher.update(sealed.subarray(hiddenAt)), cipher.final()])
      return shape.parse(JSON.parse(text.toString('utf8')))
    },
  }
}
