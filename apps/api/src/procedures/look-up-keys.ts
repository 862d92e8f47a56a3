import { fromWire, toWire, type ServiceDescription, type ServiceKey } from '@sagsgang/gctp'

import { refuse } from '../errors.ts'
import { plainPnr } from './field-input.ts'

/** Codes as the service spells them, values as the wire writes them. Whether anybody is under them is for the register to say. */
export function getLookUpKeys(
  { keys }: ServiceDescription,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const byName = new Map(keys.map((key) => [key.code.toLowerCase(), key]))
  const read = Object.entries(given).map(([code, value]) => {
    const key = byName.get(code.toLowerCase())
    if (key === undefined) throw refuse('keyUnknown')
    return [key.code, getKeyValue(key, value)] as const
  })
  const present = new Set(read.filter(([, value]) => value !== '').map(([code]) => code))
  const missing = keys.filter((key) => key.required && !present.has(key.code))
  if (missing.length > 0) throw refuse('keyMissing', { fields: missing.map(({ code }) => code) })
  return Object.fromEntries(read)
}

const unwritable = /[^\x20-\x7e\xa0-\xff]/

/** A value of another form than its key's is no question, and an answer to it would be paid for. */
function getKeyValue({ code, format }: ServiceKey, value: string): string {
  const text = value.normalize('NFC').trim()
  if (text === '') return ''
  const plain = format === 'pnr10' ? plainPnr(text) : text
  const read = unwritable.test(plain) ? null : fromWire(format, plain)
  const written = read === null ? null : toWire(format, read)
  if (written === null) throw refuse('keyInvalid', { fields: [code] })
  return written
}
