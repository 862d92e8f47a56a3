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
