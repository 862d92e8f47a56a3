import { findService, fromWire } from '@sagsgang/gctp'
import type { Fields, FormatName, ServiceDescription, ServiceKey } from '@sagsgang/gctp'

import { refuse } from './answer.ts'
import type { Refused } from './answer.ts'

/** Keys as a lookup compares them, or the code of what is wrong with one. */
export type ReadKeys = { readonly type: 'read'; readonly keys: Fields } | Refused

const unknownField = 16
const tooWeak = 18
const missingField = 17
const notDigits = 37
const notDate = 40

/** A search for a road takes its code under the name that an answer gives it. */
const spokenAs: Readonly<Record<string, string>> = { VEJKOD: 'VEJK' }

/** Every list takes these, whether its description says so or not. */
const listKeys: Readonly<Record<string, FormatName>> = {
  AIA: 'markX',
  AKX: 'markX',
  MAXA: 'int4',
  REST: 'text',
}

/** What is no such value cannot be sought; any other is sought and finds nothing. */
const faults: Partial<Record<FormatName, number>> = {
  date8: notDate,
  int2: notDigits,
  int3: notDigits,
  int4: notDigits,
  kom4: notDigits,
  myn4: notDigits,
  post4: notDigits,
  vej4: notDigits,
}

interface Said {
  readonly code: string
  readonly value: string
}

function readValue(
  { code, format }: Pick<ServiceKey, 'code' | 'format'>,
  value: string,
): Said | number {
  const read = fromWire(format, value)
  if (read === null) return faults[format] ?? { code, value }
  if (typeof read === 'boolean') return { code, value: read ? 'X' : '' }
  return { code, value: read }
}

const findKey = ({ keys }: ServiceDescription, given: string): ServiceKey | undefined =>
  keys.find(({ code }) => code === given) ?? keys.find(({ code }) => code === spokenAs[given])

function missing({ keys, kind }: ServiceDescription, given: Fields): Refused | null {
  const field = keys.find(({ code, required }) => required && (given[code] ?? '') === '')?.code
  if (field === undefined) return null
  return refuse(kind === 'search' ? tooWeak : missingField, field)
}

function readKey(description: ServiceDescription, code: string, value: string): Said | number {
  const format = listKeys[code]
  const key = findKey(description, code) ?? (format && { code, format })
  return key === undefined ? unknownField : readValue(key, value)
}

/** Keys are read by name and by their formats, whatever order they come in. */
export function readKeys(service: string, keys: Fields): ReadKeys {
  const description = findService(service)
  if (description === undefined) return { type: 'read', keys }
  const read: Record<string, string> = {}
  for (const [code, value] of Object.entries(keys)) {
    const said = readKey(description, code, value)
    if (typeof said === 'number') return refuse(said, code)
    if (said.value !== '') read[said.code] = said.value
  }
  return missing(description, read) ?? { type: 'read', keys: read }
}
