/** A holder of parental authority as a caseworker enters one. */
export interface Holder {
  readonly relation: string
  readonly personnummer?: string
}

export type FieldData = string | boolean | readonly string[] | readonly Holder[]

/** What a case knows of its event, by field name. An empty field is absent. */
export type CaseData = Readonly<Record<string, FieldData>>

/** A change of it: null clears. */
export type CaseDataChange = Readonly<Record<string, FieldData | null>>

/** Empty where nothing is given, or something other than text. */
export function textOf(data: CaseData, field: string): string {
  const value = data[field]
  return typeof value === 'string' ? value : ''
}

export function isTrue(data: CaseData, field: string): boolean {
  return data[field] === true
}

/** Personnumre or lines of a list field. */
export function listOf(data: CaseData, field: string): readonly string[] {
  const value = data[field]
  if (typeof value !== 'object') return []
  return value.filter((item) => typeof item === 'string')
}

/** Holders of a list of them. */
export function holdersIn(data: CaseData, field: string): readonly Holder[] {
  const value = data[field]
  return typeof value === 'object' ? value.filter((item) => typeof item === 'object') : []
}

/** A flag that is false is an answer; an empty text or list is none. */
export function isGiven(data: CaseData, field: string): boolean {
  const value = data[field]
  if (value === undefined) return false
  return typeof value === 'boolean' || value.length > 0
}
