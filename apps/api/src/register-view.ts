import type { CaseData, Entity, Text } from '@sagsgang/events'

import type { ExactRowView } from './plan-view.ts'

/** What a lookup shows. Codes are the register's own. */

/** How a value is read; `stamp` and `mark` are about a row, not about what it says. */
export type ValueKind = 'pnr' | 'name' | 'date' | 'moment' | 'stamp' | 'flag' | 'mark' | 'text'

export interface RegisterFieldView {
  readonly code: string
  readonly name: string
  /** The same in both languages; the code where no description names the field. */
  readonly label: Text
  readonly kind: ValueKind
  readonly value: string
  /** The register's own text of a coded value, where it gave one. */
  readonly text: string | null
  /** What a coded value means in both languages, where its list is known. */
  readonly meaning: Text | null
}

export interface RegisterRowView {
  readonly table: string
  /** A heading row names the columns of the rows below it. */
  readonly heading: boolean
  /** The number of the person whom it is about; null where it names nobody. */
  readonly person: string | null
  /** True of a protected person who is shown by number alone. */
  readonly covered: boolean
  readonly fields: readonly RegisterFieldView[]
}

export interface LookUpView {
  readonly service: string
  /** False where the register has nobody under these keys. */
  readonly found: boolean
  readonly receipt: {
    readonly code: number
    /** The register's own words. */
    readonly text: string
    /** The same in both languages, where the code is known. */
    readonly meaning: Text | null
  }
  /** By the field's name; where a code repeats, the first. */
  readonly fields: Readonly<Record<string, string>>
  readonly rows: readonly RegisterRowView[]
  /** The same by the register's own codes. */
  readonly raw: Readonly<Record<string, string>>
  /** The same with what they are called and mean, in the order of the service's description. */
  readonly said: readonly RegisterFieldView[]
  readonly protected: boolean
  /** False where name and address of a protected person were kept back: of one looked up, until a reason is given. */
  readonly shown: boolean
  /** True where they were kept back of whoever was looked up. */
  readonly veiled: boolean
  /** Rows that match in all, where they were asked for and counted. */
  readonly total: number | null
  /** More rows remain: search again with this restart key. */
  readonly rest: string | null
}

/** One row of a person's history, marked ones too, and what can be done about it. */
export interface HistoryRowView extends ExactRowView {
  readonly dataType: string
  /** The authority that stands for it: no other may change it, save the one that reported it and the CPR office. */
  readonly documentedBy: Text | null
  /** What it says by the fields of the correction that fits it; empty where none does, or where nothing is shown. */
  readonly content: CaseData
  /** Fields of its kind of data that say nothing of it: they belong to another kind of row. */
  readonly foreign: readonly string[]
  /** Corrections and undos of this very row. */
  readonly operations: readonly OperationView[]
}

export interface OperationView {
  readonly id: string
  readonly name: Text
  readonly allowed: boolean
  /** Why not. */
  readonly reason?: Text
}

/** Everything that a kind of data says and has said of a person, newest first. */
export interface HistoryView {
  readonly found: boolean
  readonly protected: boolean
  /** False of a protected person until a reason was given: the rows are without what they say. */
  readonly shown: boolean
  /** The number that is valid instead of this one: what is kept now is kept there. */
  readonly validPnr?: string
  readonly rows: readonly HistoryRowView[]
  /** Late reports, which need no row. */
  readonly operations: readonly OperationView[]
  /** The kind of row that a late report adds; null where there is none. */
  readonly late: Entity | null
}

/** A kind of data with all that somebody may do about it. */
export interface DataTypeView {
  readonly id: string
  readonly name: Text
  readonly operations: readonly OperationView[]
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
