/** ISO-8859-1 without control characters: what the register can take in a text. */
const registerCharacters = /^[\u0020-\u007E\u00A0-\u00FF]*$/u

export function isRegisterText(text: string): boolean {
  return registerCharacters.test(text)
}

/** At most five lines of 34 characters. */
export function fitsAddress(lines: readonly string[]): boolean {
  return lines.length <= 5 && lines.every((line) => line.length <= 34)
}
