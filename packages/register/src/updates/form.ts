import type { Fields, ServiceField } from '@sagsgang/gctp'
import { formats } from '@sagsgang/gctp'

import { findAuthority, mayEstablishFacts } from '../authorities.ts'
import { isPartialDate, isRealDate } from '../dates.ts'
import { birthDateOf, unknownPnr } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection, RulingName } from '../receipts.ts'

/** What can be wrong with a message before anybody is looked up. */

type Fault = (value: string, fields: Fields, code: string) => RulingName | null

const digits: Fault = (value) => (/^\d+$/.test(value) ? null : 'notDigits')

const date: Fault = (value, fields, code) => {
  const isUncertain = fields[`${code}USM`] === '*'
  return (isUncertain ? isPartialDate(value) : isRealDate(value)) ? null : 'badDate'
}

const start: Fault = (value) =>
  /^\d{8}(\d{4})?$/.test(value) && isPartialDate(value.slice(0, 8)) ? null : 'badDate'

const pnr: Fault = (value) =>
  value === unknownPnr || birthDateOf(value) !== null ? null : 'badPnr'

const name: Fault = (value) => (/^[A-Za-zÀ-ÖØ-öø-ÿ '-]+$/.test(value) ? null : 'badCharacters')

const addressingName: Fault = (value) =>
  /^[A-Za-zÀ-ÖØ-öø-ÿ ',-]+$/.test(value) ? null : 'badCharacters'

const stamp: Fault = (value) => (/^\d{20}$/.test(value) ? null : 'badTimestamp')

const faults: Readonly<Record<string, Fault>> = {
  date8: date,
  datetime12: start,
  pnr10: pnr,
  ts20: stamp,
  name34: addressingName,
  name40: name,
  name50: name,
  kom4: digits,
  vej4: digits,
  myn4: digits,
  land4: digits,
  post4: digits,
  int2: digits,
  code5: digits,
}

function faultOf(field: ServiceField, value: string, fields: Fields): RulingName | null {
  const ruling = faults[field.format]?.(value, fields, field.code)
  if (ruling !== undefined && ruling !== null) return ruling
  return formats[field.format].fromWire(value) === null ? 'outOfRange' : null
}

/** Fields nobody knows, fields that are missing, fields that are no such value. */
export function formFaults(
  fields: Fields,
  known: readonly ServiceField[],
  required: readonly string[],
): readonly Objection[] {
  const unknown = Object.keys(fields).filter((code) => !known.some((field) => field.code === code))
  const missing = required.filter((code) => (fields[code] ?? '').trim() === '')
  const wrong = known.flatMap((field) => {
    const value = fields[field.code] ?? ''
    const ruling = value.trim() === '' ? null : faultOf(field, value, fields)
    return ruling === null ? [] : [objection(ruling, field.code)]
  })
  return [
    ...unknown.map((code) => objection('unknownField', code)),
    ...missing.map((code) => objection('missingField', code)),
    ...wrong,
  ]
}

/** The authority that established the facts: known, and one that can. */
export function establishingFaults(fields: Fields): readonly Objection[] {
  const code = fields['MYNKOD'] ?? ''
  if (code === '') return []
  const authority = findAuthority(code)
  if (authority === undefined) return [objection('unknownAuthority', 'MYNKOD')]
  return mayEstablishFacts(authority) ? [] : [objection('neverEstablishing', 'MYNKOD')]
}
