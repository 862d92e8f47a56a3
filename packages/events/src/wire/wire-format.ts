/** How one column is written in a lookup's answer, and read back. */
export type WireFormat =
  | 'text'
  | 'noteNumber'
  | 'pnr'
  | 'date'
  | 'datetime'
  | 'houseNumber'
  | 'door'
  | 'uncertain'
  | 'relation'

interface Conversion {
  /** Null where the wire's text says nothing of this kind. */
  readonly read: (text: string) => string | null
  readonly write: (value: string) => string
}

const relations: readonly { readonly column: string; readonly wire: string }[] = [
  { column: 'mother', wire: 'Mor' },
  { column: 'father', wire: 'Far' },
  { column: 'child', wire: 'Barn' },
]

const same = (value: string): string => value

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null)
}

/** `7` and `07` are one note: its number has two digits, of which the wire leaves a leading zero out. */
export function toNoteNumber(text: string): string {
  const number = text.trim()
  return number === '' ? '' : number.padStart(2, '0')
}

/** `7`, `007 ` and `007` name one house: three digits and, if there is one, a capital letter. */
export function toHouseNumber(text: string): string {
  const parts = /^0*(\d{1,3})([A-ZÆØÅ]?)$/.exec(text.trim().toUpperCase())
  return parts ? `${(parts[1] ?? '').padStart(3, '0')}${parts[2] ?? ''}` : text.trim()
}

/** `1`, `01` and `1.` name one floor; `ST` and `st` another. */
export function toFloor(text: string): string {
  const floor = text.trim().toLowerCase().replace(/\.$/, '')
  return /^\d$/.test(floor) ? `0${floor}` : floor
}

export const wireFormats = {
  text: { read: (text) => text.trimEnd() || null, write: same },
  noteNumber: {
    read: (text) => toNoteNumber(text) || null,
    write: (value) => value.replace(/^0+(?=\d)/, ''),
  },
  // One field may hold a number or a birth date: their lengths tell them apart.
  pnr: { read: matching(/^\d{10}$/), write: same },
  date: { read: matching(/^\d{8}$/), write: same },
  // The last four digits order rows of one day; a day is all that a row tells.
  datetime: {
    read: (text) => (/^\d{8}(\d{4})?$/.test(text) ? text.slice(0, 8) : null),
    write: (value) => `${value}0000`,
  },
  houseNumber: {
    read: (text) => text.trim() || null,
    write: (value) => value.padEnd(4),
  },
  door: { read: (text) => text.trim() || null, write: (value) => value.padStart(4) },
  uncertain: {
    read: (text) => (text === '*' ? 'true' : null),
    write: (value) => (value === 'true' ? '*' : ''),
  },
  relation: {
    read: (text) => relations.find((relation) => relation.wire === text)?.column ?? null,
    write: (value) => relations.find((relation) => relation.column === value)?.wire ?? '',
  },
} as const satisfies Record<WireFormat, Conversion>
