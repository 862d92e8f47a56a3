import type { Texts } from '../texts/use-texts.ts'
import { isWholePnr, maskPnr, maskText, spacePnr } from '../ui/mask.ts'
import { spokenName } from '../ui/person-name.ts'
import { showDate } from '../ui/times.ts'
import type { AnsweredField } from './answered.ts'

interface Shown {
  readonly words: string
  /** The code that the words stand for. */
  readonly code: string | null
}

type Said = Pick<AnsweredField, 'kind' | 'value' | 'text' | 'meaning'>

/** In words where there are any: our own in both languages, else the register's. */
const wordsFor = ({ text, meaning }: Said, show: Texts['text']): string | null =>
  meaning === null ? text : show(meaning)

const plain = (words: string): Shown => ({ words, code: null })

/** Of a day without a time the last digits are zeros, or are not there. */
const showTime = (value: string): string => {
  const time = /^\d{8}(\d{2})(\d{2})/.exec(value)?.slice(1).join('.') ?? '00.00'
  return time === '00.00' ? showDate(value) : `${showDate(value)} ${time}`
}

interface Reading {
  readonly field: Said
  readonly value: string
  /** In the reader's language. */
  readonly words: string | null
  readonly areNumbersShown: boolean
}

type Read = (reading: Reading) => Shown

const asTime: Read = ({ value }) => plain(showTime(value))

const asText: Read = ({ value, words, areNumbersShown }) => {
  if (words !== null && words !== value) return { words, code: value }
  return plain(areNumbersShown ? value : maskText(value))
}

/** Where a relative has no number, a day stands in its place. */
const asNumber: Read = ({ value, areNumbersShown }) => {
  if (!isWholePnr(value)) return plain(showTime(value))
  return plain(areNumbersShown ? spacePnr(value) : maskPnr(value))
}

const readers: Readonly<Record<AnsweredField['kind'], Read>> = {
  pnr: asNumber,
  name: ({ field, value }) => plain(field.text ?? spokenName(value)),
  date: asTime,
  moment: asTime,
  stamp: asTime,
  flag: ({ value, words }) => plain(words ?? value),
  mark: asText,
  text: asText,
}

/** A value as people read it: days day first, codes in words, numbers covered until somebody asks. */
export const showField = (field: Said, show: Texts['text'], areNumbersShown: boolean): Shown =>
  readers[field.kind]({
    field,
    value: field.value.trim(),
    words: wordsFor(field, show),
    areNumbersShown,
  })
