import type { Fields } from '@sagsgang/gctp'

import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import type { Call } from '../updates/update-service.ts'
import type { DataType } from './data-types.ts'

/** A departure has a date of its own name: it says the same as the start of the row, or stands for it. */

const dayOf = (data: Fields, code: string): string => (data[code] ?? '').slice(0, 8)

const given = ({ dates = {} }: DataType, data: Fields) =>
  Object.entries(dates).filter(([own]) => dayOf(data, own) !== '')

/** Two days for one end of a period. */
export function ownDateFaults(type: DataType, { data }: Call): readonly Objection[] {
  return given(type, data)
    .filter(([own, plain]) => ![dayOf(data, own), ''].includes(dayOf(data, plain)))
    .map(([own]) => objection('outOfRange', own))
}

export function withPlainDates(type: DataType, call: Call): Call {
  const plain = given(type, call.data).map(([own, code]) => [code, call.data[own] ?? ''])
  return { ...call, data: { ...Object.fromEntries(plain), ...call.data } }
}
