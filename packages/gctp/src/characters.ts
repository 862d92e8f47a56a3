/** `U+0141`: a character's own name, which can be said of those that nobody sees. */
function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Thrown when a text cannot be written in ISO-8859-1: replacing a letter silently would corrupt a name. */
export class UnwritableText extends Error {
  override name = 'UnwritableText'
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`ISO-8859-1 cannot carry ${characters.map(nameOf).join(', ')}`)
    this.characters = characters
  }
}

/** Control characters but tab and line breaks; those of the C1 block are windows-1252 in disguise. */
export const controlCharacter = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u

/** Characters that the register cannot be sent, each once; accents are composed first. */
export function unwritableCharacters(text: string): readonly string[] {
  const composed = text.normalize('NFC')
  return [...new Set(composed)].filter(
    (character) => (character.codePointAt(0) ?? 0) > 0xff || controlCharacter.test(character),
  )
}

// Every letter of ISO-8859-1 is composed, and none of its signs joins another.
const plain = /^[ -~\u00A0-\u00FF]*$/

/** Composed text that ISO-8859-1 can carry, or an `UnwritableText`. */
export function toWritable(text: string): string {
  if (plain.test(text)) return text
  const characters = unwritableCharacters(text)
  if (characters.length > 0) throw new UnwritableText(characters)
  return text.normalize('NFC')
}
