import { controlCharacter } from './characters.ts'
import { UnreadableMessage } from './unreadable.ts'

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}
const reference = /&(?:(lt|gt|amp|quot|apos)|#0*(\d{1,7})|#x0*([0-9a-fA-F]{1,6}));|&/g

/** Decodes the five names and numeric references once; anything else after `&` is refused. */
export function decodeReferences(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(reference, (...[, name, decimal, hexadecimal]: readonly string[]) => {
    if (name !== undefined) return named[name] ?? ''
    if (decimal !== undefined) return fromCode(Number.parseInt(decimal, 10))
    if (hexadecimal !== undefined) return fromCode(Number.parseInt(hexadecimal, 16))
    throw new UnreadableMessage('malformed')
  })
}

function fromCode(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw new UnreadableMessage('malformed')
  const character = String.fromCodePoint(code)
  if (controlCharacter.test(character)) throw new UnreadableMessage('controlCharacter')
  return character
}
