import { hasBirthDate, isDate, isTime, isWholeDate } from './calendar.ts'
import { unwritableCharacters } from './characters.ts'

/** Flags are booleans, all else is text; nothing is ever a number. */
export type FormatValue = string | boolean

/** One way of writing a value on the wire. `null` says that the value does not fit. */
export interface Format {
  readonly toWire: (value: FormatValue) => string | null
  readonly fromWire: (text: string) => FormatValue | null
}

type Convert = (text: string) => string | null

/** Both ways convert text; an empty field is an empty text in every format. */
function textual(write: Convert, read: Convert = write): Format {
  return {
    toWire: (value) => (typeof value === 'boolean' ? null : value === '' ? '' : write(value)),
    fromWire: (text) => (text.trim() === '' ? '' : read(text)),
  }
}

function matching(pattern: RegExp): Format {
  return textual((text) => (pattern.test(text) ? text : null))
}

function checked(holds: (text: string) => boolean): Format {
  return textual((text) => (holds(text) ? text : null))
}

/** Digits padded with zeros; from the wire also shorter, as the extract writes some codes. */
function padded(width: number): Format {
  return textual((text) => (isDigits(text, width) ? text.padStart(width, '0') : null))
}

/** A plain number without leading zeros. */
function integer(width: number): Format {
  return textual((text) => (isDigits(text, width) ? text.replace(/^0+(?=\d)/, '') : null))
}

function isDigits(text: string, width: number): boolean {
  return text.length <= width && /^\d+$/.test(text)
}

/** `spoken` are the words that another service or an older one uses for the same. */
function flag(yes: string, no: string, spoken: Readonly<Record<string, boolean>> = {}): Format {
  const words: Readonly<Record<string, boolean>> = {
    ...spoken,
    [yes]: true,
    [no]: false,
    '': false,
  }
  return {
    toWire: (value) => (typeof value === 'boolean' ? (value ? yes : no) : null),
    fromWire: (text) => words[text.trim()] ?? null,
  }
}

function limited(length: number): Format {
  return textual((text) => {
    const composed = text.normalize('NFC')
    return composed.length <= length && unwritableCharacters(text).length === 0 ? composed : null
  })
}

/** What the register sends is taken as it is: its own names may be older than today's rules. */
function name(length: number, pattern: RegExp): Format {
  const any = limited(length)
  const fits = (value: FormatValue) =>
    typeof value === 'string' && (value === '' || pattern.test(value.normalize('NFC')))
  return { toWire: (value) => (fits(value) ? any.toWire(value) : null), fromWire: any.fromWire }
}

// The letters of ISO-8859-1 with blank, hyphen and apostrophe, as update services take names.
const nameText = /^[A-Za-zÀ-ÖØ-öø-ÿ '-]+$/
const addressingText = /^[A-Za-zÀ-ÖØ-öø-ÿ ',-]+$/
const searchText = /^[A-Za-zÀ-ÖØ-öø-ÿ '_-]+$/

function readPnr(text: string): string | null {
  const found = /^(\d{6})[- ]?(\d{4})$/.exec(text)
  return found === null ? null : `${found[1]}${found[2]}`
}

const unknownPnr = '0000000000'

/** The register may send any number it has; it is sent only what can be one. */
function writePnr(text: string): string | null {
  const pnr = readPnr(text)
  return pnr !== null && (pnr === unknownPnr || hasBirthDate(pnr)) ? pnr : null
}

/** A date alone is the start of its day; the last four digits of the wire's may be a sequence. */
function toDateTime(text: string): string | null {
  const full = text.length === 8 ? `${text}0000` : text
  return isDate(full.slice(0, 8)) && /^\d{12}$/.test(full) ? full : null
}

function isTimestamp(text: string): boolean {
  const isShaped = /^\d{12}[0-5]\d{7}$/.test(text)
  return isShaped && isWholeDate(text.slice(0, 8)) && isTime(text.slice(8, 12))
}

/** `16a` and `0016A` alike; on the wire three digits and a letter or blank. */
function readHouseNumber(text: string): string | null {
  const found = /^0?(\d{1,3})([A-Za-zÆØÅæøå]?) ?$/.exec(text)
  if (found === null) return null
  return `${(found[1] ?? '').padStart(3, '0')}${(found[2] ?? '').toUpperCase()}`
}

function readFloor(text: string): string | null {
  const floor = text.trim().toLowerCase()
  if (floor === 'st' || floor === 'kl') return floor
  return /^\d{1,2}$/.test(floor) && Number(floor) > 0 ? floor.padStart(2, '0') : null
}

function readDoor(text: string): string | null {
  const door = text.trim()
  if (/^(th|tv|mf)$/i.test(door)) return door.toLowerCase()
  return /^[A-Za-zÆØÅæøå0-9]{1,4}$/.test(door) ? door : null
}

export const formats = {
  pnr10: textual(writePnr, readPnr),
  date8: checked(isDate),
  datetime12: textual(toDateTime),
  ts20: checked(isTimestamp),
  time4: checked(isTime),
  usm1: flag('*', ''),
  markX: flag('X', '', { '1': true }),
  mark1: matching(/^.$/u),
  jaNej: flag('JA', 'NEJ', { Ja: true, Nej: false, Y: true, N: false }),
  akm1: matching(/^[KAÆ]$/),
  koen1: matching(/^[MK]$/),
  status2: matching(/^(01|03|05|07|10|20|30|50|60|70|80|90)$/),
  civst1: matching(/^[UGFEPOLD]$/),
  fkirk1: matching(/^[AFMSU]$/),
  beskyt5: padded(5),
  haend3: matching(/^[A-ZÆØÅ]\d{2}$/),
  // The public list says Æ for a spouse, the public sample ÆG: one value for both.
  afledt2: textual((text) => (text === 'Æ' ? 'ÆG' : /^[A-ZÆØÅ]{2}$/.test(text) ? text : null)),
  myn4: padded(4),
  kom4: padded(4),
  vej4: padded(4),
  land4: matching(/^5\d{3}$/),
  post4: padded(4),
  husnr4: textual((text) => readHouseNumber(text)?.padEnd(4) ?? null, readHouseNumber),
  etage2: textual(readFloor),
  dor4: textual((text) => readDoor(text)?.padStart(4) ?? null, readDoor),
  bnr4: matching(/^\d{1,4}$/),
  code1: matching(/^\S$/u),
  code4: padded(4),
  code5: padded(5),
  int2: integer(2),
  int3: integer(3),
  int4: integer(4),
  name34: name(34, addressingText),
  name40: name(40, nameText),
  name50: name(50, nameText),
  nameSearch: name(50, searchText),
  text: limited(4000),
  text5: limited(5),
  text6: limited(6),
  text8: limited(8),
  text12: limited(12),
  text20: limited(20),
  text30: limited(30),
  text34: limited(34),
  text40: limited(40),
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats

/** Value to wire text, or `null` where it does not fit the format. */
export function toWire(format: FormatName, value: FormatValue): string | null {
  return formats[format].toWire(value)
}

/** Wire text to value, or `null` where it does not fit the format. */
export function fromWire(format: FormatName, text: string): FormatValue | null {
  return formats[format].fromWire(text)
}
