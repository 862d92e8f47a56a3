import type { Fields, Receipt, Role } from '../message.ts'

/** What `createClient` answers: an answer is a value, and silence is told apart from refusal. */

export type LookUpAnswer =
  | {
      readonly type: 'found'
      readonly roles: readonly Role[]
      /** Restart key while more rows remain. */
      readonly rest: string | null
      readonly receipt: Receipt
      readonly unknown: readonly string[]
    }
  | {
      readonly type: 'refused'
      readonly receipt: Receipt
      /** There is nothing of the kind asked for, which is an answer too. */
      readonly isEmpty?: true
    }
  | Failed

/** Nothing usable came back; a lookup or a call without effect may be repeated. */
export interface Failed {
  readonly type: 'failed'
  readonly reason: FailureReason
}

export type FailureReason =
  | 'unreachable'
  | 'closed'
  | 'timeout'
  | 'transport'
  | 'unreadable'
  /** Readable, and not what is described: a code that nobody documented, or a field missing that must be there. */
  | 'contract'
  | 'signOnRefused'
  | 'locked'

/** A conversation with an update service, as plain data: it outlives the process that began it. */
export interface Dialogue {
  readonly service: string
  readonly keys: Fields
  readonly authority: string
  readonly timestamp: string
}

export interface Update {
  readonly service: string
  readonly keys: Fields
  readonly authority: string
  readonly data: Fields
  readonly tables?: Readonly<Record<string, readonly Fields[]>>
  /** Let the register keep it in its waiting queue. */
  readonly wait?: boolean
}

export type InitiateAnswer =
  | {
      readonly type: 'accepted'
      readonly dialogue: Dialogue
      /** What the register holds now, by wire code. */
      readonly current: Fields
      readonly receipt: Receipt
    }
  | { readonly type: 'warned'; readonly dialogue: Dialogue; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly receipt: Receipt }
  | Failed

/** `lapsed`: the conversation is unknown or timed out, or others changed the person: initiate again. */
export type ValidateAnswer =
  | { readonly type: 'accepted'; readonly receipt: Receipt }
  | { readonly type: 'warned'; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly receipt: Receipt }
  | { readonly type: 'lapsed'; readonly receipt: Receipt }
  | Failed

/** The only call that changes the register. */
export type SaveAnswer =
  | {
      readonly type: 'accepted'
      /** Output fields by wire code, e.g. the number a birth was given. */
      readonly output: Fields
      readonly receipt: Receipt
      /** True when the register keeps it in its waiting queue. */
      readonly queued: boolean
    }
  | { readonly type: 'warned'; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly receipt: Receipt }
  /** Certainly not executed: no body byte left, or the register says so. */
  | { readonly type: 'unsent'; readonly reason: FailureReason | 'lapsed' }
  /** It may have been executed: ask before telling again. */
  | { readonly type: 'unknown'; readonly reason: FailureReason }

/** `ended`: nothing that was said in it can change anything any longer. `gone`: the register knows of none such. */
export type AbortAnswer = { readonly type: 'ended' } | { readonly type: 'gone' } | Failed

/** A save made ready: these bytes and no others are sent. */
export interface PreparedSave {
  readonly dialogue: Dialogue
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  /** The message that they carry, where that is not they themselves. */
  readonly carried?: Uint8Array
}

/** One call on the wire, for whoever keeps a record of what was said. */
export interface Exchange {
  readonly service: string
  readonly action: 'signOn' | 'read' | 'initiate' | 'validate' | 'save' | 'abort'
  readonly request: string
  /** Null when nothing readable as text came back. */
  readonly reply: string | null
  readonly outcome: string
  readonly milliseconds: number
}

/** Per-call context: `onExchange` is told before the answer returns; passwords are left out of `request`. */
export interface CallOptions {
  readonly onExchange?: (exchange: Exchange) => void | Promise<void>
}

export interface Client {
  readonly lookUp: (service: string, keys: Fields, options?: CallOptions) => Promise<LookUpAnswer>
  readonly initiate: (update: Update, options?: CallOptions) => Promise<InitiateAnswer>
  readonly validate: (
    dialogue: Dialogue,
    update: Update,
    options?: CallOptions,
  ) => Promise<ValidateAnswer>
  readonly prepareSave: (dialogue: Dialogue, update: Update) => PreparedSave
  readonly save: (prepared: PreparedSave, options?: CallOptions) => Promise<SaveAnswer>
  readonly abort: (dialogue: Dialogue, options?: CallOptions) => Promise<AbortAnswer>
  readonly close: () => Promise<void>
}
