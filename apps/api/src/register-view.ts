/** What a lookup shows. Codes are the register's own. */

export interface RegisterFieldView {
  readonly code: string
  readonly name: string
  readonly value: string
  /** The register's own text of a coded value, where it gave one. */
  readonly text: string | null
}

export interface RegisterRowView {
  readonly table: string
  /** A heading row names the columns of the rows below it. */
  readonly heading: boolean
  readonly fields: readonly RegisterFieldView[]
}

export interface LookUpView {
  readonly service: string
  /** False where the register has nobody under these keys. */
  readonly found: boolean
  readonly receipt: { readonly code: number; readonly text: string }
  /** By the field's name; where a code repeats, the first. */
  readonly fields: Readonly<Record<string, string>>
  readonly rows: readonly RegisterRowView[]
  /** The same by the register's own codes. */
  readonly raw: Readonly<Record<string, string>>
  readonly protected: boolean
  /** More rows remain: search again with this restart key. */
  readonly rest: string | null
}

/** A person in one line, for the head of a form. */
export interface PersonSummary {
  readonly found: boolean
  readonly name: string | null
  readonly protected: boolean
  readonly status: string | null
}

export interface AuditRowView {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly authority: string
  readonly action: string
  readonly caseId: string | null
  readonly purpose: string | null
  readonly service: string | null
  readonly outcome: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}
