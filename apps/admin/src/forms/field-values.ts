import type { Outputs } from '../api.ts'
import { bareNumber } from '../ui/mask.ts'
import { toCode } from './code-text.ts'
import { toTypedDate, toWireDate } from './date-text.ts'

export type FieldView = Outputs['catalogue']['event']['fields'][number]
export type Control = FieldView['control']
export type CaseData = Outputs['cases']['get']['data']
export type FieldData = CaseData[string]

export interface HolderText {
  readonly relation: string
  readonly personnummer: string
}

/** What a control holds while somebody types. */
export type FormValue = string | boolean | readonly HolderText[]
export type FormValues = Record<string, FormValue>

interface Conversion {
  readonly toForm: (data: FieldData | undefined) => FormValue
  /** Null clears the field. */
  readonly toData: (value: FormValue, field: FieldView) => FieldData | null
}

const textOf = (value: FormValue | FieldData | undefined) =>
  typeof value === 'string' ? value : ''
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

const linesOf = (data: FieldData | undefined) =>
  Array.isArray(data) ? data.filter((line) => typeof line === 'string') : []

const text: Conversion = { toForm: textOf, toData: (value) => orNull(textOf(value)) }

const code: Conversion = {
  toForm: textOf,
  toData: (value, { options }) => orNull(toCode(options, textOf(value))),
}

const number: Conversion = {
  toForm: textOf,
  toData: (value) => orNull(bareNumber(textOf(value))),
}

const list = (toItem: (line: string) => string): Conversion => ({
  toForm: (data) => (typeof data === 'string' ? data : linesOf(data).join('\n')),
  toData: (value) => {
    const lines = textOf(value)
      .split('\n')
      .map(toItem)
      .filter((line) => line !== '')
    return lines.length === 0 ? null : lines
  },
})

const holdersOf = (value: FormValue | FieldData | undefined): readonly HolderText[] =>
  Array.isArray(value)
    ? value.flatMap((item) =>
        typeof item === 'string'
          ? []
          : [{ relation: item.relation, personnummer: item.personnummer ?? '' }],
      )
    : []

const holders: Conversion = {
  toForm: holdersOf,
  toData: (value) => {
    const given = holdersOf(value).filter(({ relation }) => relation !== '')
    if (given.length === 0) return null
    return given.map(({ relation, personnummer }) =>
      personnummer === '' ? { relation } : { relation, personnummer: bareNumber(personnummer) },
    )
  },
}

const conversions: Readonly<Record<Control, Conversion>> = {
  pnr: number,
  pnrList: list(bareNumber),
  holderList: holders,
  date: {
    toForm: (data) => toTypedDate(textOf(data)),
    toData: (value) => orNull(toWireDate(textOf(value))),
  },
  time: text,
  flag: {
    toForm: (data) => (typeof data === 'boolean' ? data : ''),
    toData: (value) => (typeof value === 'boolean' ? value : null),
  },
  code,
  authority: code,
  country: code,
  number: text,
  name: text,
  text,
  lines: list((line) => line.trim()),
  reference: text,
}

export const toFormValues = (fields: readonly FieldView[], data: CaseData): FormValues =>
  Object.fromEntries(
    fields.map(({ name, control }) => [name, conversions[control].toForm(data[name])]),
  )

export const toFieldData = (field: FieldView, value: FormValue): FieldData | null =>
  conversions[field.control].toData(value, field)

/** An absent flag and an unticked one say the same, unless an answer is asked for. */
export const isSame = (
  field: FieldView,
  one: FieldData | null | undefined,
  other: FieldData | null,
) =>
  field.control === 'flag' && !field.required
    ? (one === true) === (other === true)
    : JSON.stringify(one ?? null) === JSON.stringify(other)
