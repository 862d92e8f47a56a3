import { createHash } from 'node:crypto'

import type { Chance } from '../../edges.ts'

// What the register takes, without letters that people confuse where one has to be read aloud.
const KINDS = [
  'abcdefghijkmnpqrstuvwxyz',
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  '23456789',
  '#%*+-=.,:;!@$^~_',
]
const LETTERS = KINDS.join('')
const LENGTH = 16

/** A password that nobody can guess and that the register takes: of each kind of letter there is one. */
export function newPassword(chance: Pick<Chance, 'newId'>): string {
  for (;;) {
    const password = randomLetters(chance)
    const hasAll = KINDS.every((kind) => kind.split('').some((letter) => password.includes(letter)))
    if (password.length === LENGTH && hasAll) return password
  }
}

/** Each letter is as likely as any other: bytes past the last whole round of letters are passed over. */
function randomLetters({ newId }: Pick<Chance, 'newId'>): string {
  const bytes = createHash('sha512').update(`${newId()}${newId()}${newId()}`).digest()
  const rounds = Math.floor(256 / LETTERS.length)
  const fair = [...bytes].filter((byte) => byte < rounds * LETTERS.length)
  return fair
    .slice(0, LENGTH)
    .map((byte) => LETTERS.charAt(byte % LETTERS.length))
    .join('')
}
