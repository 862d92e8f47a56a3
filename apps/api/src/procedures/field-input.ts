import type { CaseData, CaseDataChange, Field, FieldType } from '@sagsgang/events'

import { Refusal } from '../errors.ts'
import type { FieldValues } from './inputs.ts'

type Change = CaseDataChange[string]
type Given = NonNullable<FieldValues[string]>

/** Undefined where the JSON is of another kind than the field; what a value says is for the rules to judge. */
type Reading = (value: Given) => Change | undefined

const readText: Reading = (value) => {
  if (typeof value !== 'string') return undefined
  return value === '' ? null : value.normalize('NFC')
}

/** `010101-0001` and `010101 0001` are the same number; anything else is kept as it was typed. */
const readPnr: Reading = (value) => {
  const text = readText(value)
  return typeof text === 'string' ? plainPnr(text) : text
}

const readFlag: Reading = (value) => (typeof value === 'boolean' ? value : undefined)

const readTexts =
  (toText: (text: string) => string): Reading =>
  (value) => {
    if (!Array.isArray(value)) return undefined
    const texts = value.filter((item) => typeof item === 'string')
    if (texts.length !== value.length) return undefined
    return texts.length === 0 ? null : texts.map((text) => toText(text.normalize('NFC')))
  }

const readHolders: Reading = (value) => {
  if (!Array.isArray(value)) return undefined
  const holders = value.filter((item) => typeof item !== 'string')
  if (holders.length !== value.length) return undefined
  return holders.length === 0 ? null : holders.map(toHolder)
}

const toHolder = ({
  relation,
  personnummer,
}: {
  relation: string
  personnummer?: string | undefined
}) =>
  personnummer === undefined ? { relation } : { relation, personnummer: plainPnr(personnummer) }

const readings: Readonly<Record<FieldType, Reading>> = {
  pnr: readPnr,
  pnrList: readTexts(plainPnr),
  holderList: readHolders,
  date: readText,
  time: readText,
  flag: readFlag,
  code: readText,
  authority: readText,
  country: readText,
  number: readText,
  name: readText,
  text: readText,
  lines: (value) => (typeof value === 'string' ? readText(value) : readTexts(String)(value)),
  reference: readText,
}

/** People write a hyphen or a space in it; the register does not. */
export function plainPnr(text: string): string {
  return /^\d{6}[- ]\d{4}$/.test(text) ? `${text.slice(0, 6)}${text.slice(7)}` : text
}

/** A change of a case's data, or the refusal of it: a field that the event has not, or JSON of another kind. */
export function toChange(
  definition: { readonly fields: readonly Pick<Field, 'name' | 'type'>[] },
  values: FieldValues,
): CaseDataChange | Refusal {
  const types = new Map(definition.fields.map(({ name, type }) => [name, type]))
  const change: Record<string, Change> = {}
  for (const [name, value] of Object.entries(values)) {
    const type = types.get(name)
    if (type === undefined) return new Refusal('fieldUnknown')
    const read = value === null ? null : readings[type](value)
    if (read === undefined) return new Refusal('fieldType', { fields: [name] })
    change[name] = read
  }
  return change
}

/** What a case starts with: the same, with nothing to clear yet. */
export function withoutEmpty(change: CaseDataChange): CaseData {
  return Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}
