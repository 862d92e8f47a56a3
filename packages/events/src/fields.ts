import type { Facts } from './define-event.ts'
import type { Text } from './text.ts'

export type FieldType =
  | 'pnr'
  | 'pnrList'
  | 'holderList'
  | 'date'
  | 'time'
  | 'flag'
  | 'code'
  | 'authority'
  | 'country'
  | 'number'
  | 'name'
  | 'text'
  | 'lines'
  | 'reference'

export interface Field {
  readonly name: string
  readonly label: Text
  readonly type: FieldType
  /** The catalogue's own word for the type: `pnr`, `name(50)`, `list(pnr)` … */
  readonly catalogueType: string
  readonly length?: number
  readonly required: boolean
  readonly requiredWhen?: {
    readonly text: Text
    /** Absent where only a person can tell: then it is a hint. */
    readonly holds?: (facts: Facts) => boolean
    /** Judged only after the lookups. */
    readonly readsRegister?: true
  }
  readonly codeList?: string
  /** Wire codes it is sent under; empty: it stays in the case. */
  readonly wire: readonly string[]
  /** Sent as a key of the conversation, not as data. */
  readonly key: boolean
  /** 0000000000 stands for an unknown person. */
  readonly unknownAllowed: boolean
  readonly hint?: Text
}

export type FieldSpec = Omit<Field, 'name'>

interface FieldOptions {
  readonly wire?: string | readonly string[]
  /** Wire code of a key of the conversation. */
  readonly key?: string
  readonly required?: boolean
  readonly requiredWhen?: NonNullable<Field['requiredWhen']>
  readonly unknownAllowed?: boolean
  readonly hint?: Text
}

interface Kind {
  readonly type: FieldType
  readonly catalogueType: string
  readonly length?: number
  readonly codeList?: string
}

function field(kind: Kind, label: Text, options: FieldOptions): FieldSpec {
  const { wire = [], key, required = false, unknownAllowed = false, ...rest } = options
  return {
    ...kind,
    ...rest,
    label,
    required,
    unknownAllowed,
    wire: key === undefined ? [wire].flat() : [key],
    key: key !== undefined,
  }
}

/** A field of a type that has no size: `pnr(label, { key: 'PNR', required: true })`. */
function plain(type: FieldType, catalogueType: string = type) {
  return (label: Text, options: FieldOptions = {}): FieldSpec =>
    field({ type, catalogueType }, label, options)
}

/** A field of at most so many characters: `name(50, label, { wire: 'FORNVN' })`. */
function sized(type: FieldType, catalogueWord: string) {
  return (length: number, label: Text, options: FieldOptions = {}): FieldSpec =>
    field({ type, catalogueType: `${catalogueWord}(${length})`, length }, label, options)
}

/** A field whose codes stand in a list. */
function listed(type: FieldType) {
  return (codeList: string, label: Text, options: FieldOptions = {}): FieldSpec =>
    field({ type, catalogueType: type, codeList }, label, options)
}

export const pnr = plain('pnr')
export const pnrList = plain('pnrList', 'list(pnr)')
export const date = plain('date')
export const time = plain('time')
export const flag = plain('flag')
export const lines = plain('lines', 'lines5')
export const reference = plain('reference', 'ref')
export const number = sized('number', 'num')
export const name = sized('name', 'name')
export const text = sized('text', 'text')
export const code = listed('code')

/** Holders of parental authority: the relation of each, and a number where it names nobody by itself. */
export function holderList(label: Text, options: FieldOptions = {}): FieldSpec {
  const kind = { type: 'holderList', catalogueType: 'list(holder)', codeList: 'custody' } as const
  return field(kind, label, options)
}

export function authority(label: Text, options: FieldOptions = {}): FieldSpec {
  return field(
    { type: 'authority', catalogueType: 'authority', codeList: 'authorities' },
    label,
    options,
  )
}

export function country(label: Text, options: FieldOptions = {}): FieldSpec {
  return field({ type: 'country', catalogueType: 'country', codeList: 'countries' }, label, options)
}
