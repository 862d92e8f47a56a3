/** What is said to the register and what it answers, free of XML. Field and service codes are the register's own. */

/** Field values by wire code. A missing and an empty field mean the same. */
export type Fields = Readonly<Record<string, string>>

export type Action = 'validate' | 'save' | 'abort'

export interface SignOn {
  readonly type: 'signOn'
  readonly user: string
  readonly password: string
  /** Given to change the password while signing on. */
  readonly newPassword?: string
}

export interface SignOff {
  readonly type: 'signOff'
  readonly user: string
}

export interface ReadRequest {
  readonly type: 'read'
  readonly service: string
  readonly keys: Fields
}

export interface UpdateRequest {
  readonly type: 'update'
  readonly service: string
  readonly keys: Fields
  /** The reporting authority's four digits (`mk`). */
  readonly authority: string
  /** Null initiates. */
  readonly action: Action | null
  /** The conversation's time stamp (`ts`) as the register gave it; null when initiating. */
  readonly dialogue: string | null
  readonly data: Fields
  /** Rows of tables by table name, where a service takes several of a kind. */
  readonly tables?: Readonly<Record<string, readonly Fields[]>>
  /** Use the register's own waiting queue. */
  readonly wait?: boolean
  /** Version 1.0 only (`pt`): the conversation of the primary event that this one follows on. */
  readonly primaryDialogue?: string
  /** Version 1.0 only (`pv`): the authority on whose behalf is reported. */
  readonly onBehalfOf?: string
}

export type Request = SignOn | SignOff | ReadRequest | UpdateRequest

export interface FieldValue {
  readonly value: string
  /** The register's display text, where it gave one. */
  readonly text?: string
}

export type FieldValues = Readonly<Record<string, FieldValue>>

export interface Row {
  readonly key: string | null
  /** `B` marks a heading row. */
  readonly use: string | null
  readonly fields: FieldValues
}

export interface Table {
  readonly name: string
  /** Rows that match in all, where the register counted them. */
  readonly total: number | null
  readonly rows: readonly Row[]
}

export interface Role {
  readonly name: string
  readonly fields: FieldValues
  readonly blocks: Readonly<Record<string, FieldValues>>
  readonly tables: readonly Table[]
}

export interface ReceiptMessage {
  readonly severity: 'error' | 'warning'
  readonly code: number | null
  readonly text: string
  /** Wire code of the field at fault. */
  readonly field: string | null
}

export interface Receipt {
  readonly outcome: 'done' | 'warning' | 'error'
  readonly code: number
  readonly text: string
  readonly messages: readonly ReceiptMessage[]
}

/** State of a conversation with an update service. */
export type DialogueState =
  | 'initiated'
  | 'faulty'
  | 'warned'
  | 'valid'
  | 'saved'
  | 'waiting'
  | 'aborted'

export interface Reply {
  readonly type: 'signOn' | 'read' | 'update'
  /** Empty for a sign-on. */
  readonly service: string
  readonly keys: Fields
  readonly authority: string | null
  readonly state: DialogueState | null
  /** `ts`: the conversation of an update, the register's time of a lookup. */
  readonly dialogue: string | null
  /** Actions that the register offers next. */
  readonly actions: readonly Action[]
  readonly roles: readonly Role[]
  readonly receipt: Receipt
  /** Names of elements and attributes that the grammar does not know: kept as drift, never an error. */
  readonly unknown: readonly string[]
}

/** Bytes in, one of two out: a reader never throws and never guesses. */
export type Read<T> =
  | { readonly type: 'read'; readonly message: T }
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason }

export type UnreadableReason =
  | 'empty'
  | 'tooLarge'
  | 'encoding'
  | 'dtd'
  | 'controlCharacter'
  | 'malformed'
  | 'limit'
  | 'grammar'
  | 'receipt'
  | 'mismatch'
