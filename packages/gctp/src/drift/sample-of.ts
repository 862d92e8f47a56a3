import type { FormatName } from '../formats.ts'

/** Samples are looked at by people who have no right to anybody's data. */

const longest = 40

/** `Øst-2 tv` becomes `Aaa-9 aa`: enough to see what kind of value it is. */
export function shapeOf(value: string): string {
  return value
    .slice(0, longest)
    .replaceAll(/\p{Lu}/gu, 'A')
    .replaceAll(/[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]/gu, 'a')
    .replaceAll(/\p{Nd}/gu, '9')
}

/** Formats of codes that say nothing of who somebody is or where they live. */
export const codeFormats: ReadonlySet<FormatName> = new Set<FormatName>([
  'afledt2',
  'akm1',
  'beskyt5',
  'civst1',
  'code1',
  'code4',
  'code5',
  'fkirk1',
  'haend3',
  'jaNej',
  'koen1',
  'kom4',
  'land4',
  'mark1',
  'markX',
  'myn4',
  'status2',
  'usm1',
])

/** A code is told as it is, as long as it can be nothing else. */
export function sampleOf(format: FormatName, value: string): string {
  const isCode = codeFormats.has(format) && /^(?:[A-ZÆØÅ]{0,2}\d{1,5}|[A-ZÆØÅ*]{1,2})$/.test(value)
  return isCode ? value : shapeOf(value)
}

/** Names on the wire are the register's own, unless somebody put data there. */
export function nameOf(name: string): string {
  const isName = /^[A-Za-zÆØÅæøå_][\wÆØÅæøå.:+@/-]{0,59}$/.test(name) && !/\d{6}/.test(name)
  return isName ? name : shapeOf(name)
}

/** Of a text only the plain words: a name has a capital, and a number digits. */
export function textSampleOf(text: string): string {
  return text
    .slice(0, 2 * longest)
    .split(' ')
    .map((word) => (/^[a-zæøå]+[.,:;]?$/.test(word) ? word : shapeOf(word)))
    .join(' ')
}
