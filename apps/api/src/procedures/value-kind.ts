import { meaningOf, say, type Text } from '@sagsgang/events'
import { fromWire, type FormatName } from '@sagsgang/gctp'

import type { ValueKind } from '../register-view.ts'
import { protectionMarks } from './veil.ts'

interface Coded {
  readonly code: string
  readonly format: FormatName
}

const kinds: Partial<Record<FormatName, ValueKind>> = {
  akm1: 'mark',
  date8: 'date',
  datetime12: 'moment',
  jaNej: 'flag',
  markX: 'flag',
  name34: 'name',
  pnr10: 'pnr',
  ts20: 'stamp',
  usm1: 'flag',
}

/** How the value of a field is read; what no description names is text. */
export function valueKindOf(field: Coded | undefined): ValueKind {
  if (field === undefined) return 'text'
  return protectionMarks.includes(field.code) ? 'flag' : (kinds[field.format] ?? 'text')
}

const isProtected = say('Beskyttet', 'Protected')
const yes = say('Ja', 'Yes')
const no = say('Nej', 'No')

/** A code by its list, a flag by yes or no. */
export function valueMeaningOf(field: Coded, value: string): Text | null {
  if (value.trim() === '') return null
  if (protectionMarks.includes(field.code)) return isProtected
  const listed = meaningOf(field, value)
  if (listed !== undefined) return listed
  if (kinds[field.format] !== 'flag') return null
  const isTicked = fromWire(field.format, value)
  return isTicked === null ? null : isTicked === false ? no : yes
}
