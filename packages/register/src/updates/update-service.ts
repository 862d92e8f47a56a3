import type { Fields, ServiceField, ServiceKey } from '@sagsgang/gctp'

import type { Objection } from '../receipts.ts'
import type { Store } from '../store.ts'

/** A call of an update service: what it is about, who makes it and what it says. */
export interface Call {
  readonly store: Store
  readonly keys: Fields
  readonly data: Fields
  /** Rows by table, where the service takes several of a kind. */
  readonly tables: Readonly<Record<string, readonly Fields[]>>
  /** It follows on an event whose conversation it names: only an old wire says so. */
  readonly followsOn: boolean
  /** The reporting authority's four digits and its type. */
  readonly authority: string
  readonly authorityType: string
}

export interface Written {
  /** Ready to be kept. */
  readonly change: Pick<Parameters<Store['keep']>[0], 'people' | 'saves' | 'log'>
  readonly output: Fields
}

/** One update service: what it takes, what it objects to and what it writes. */
export interface UpdateService {
  readonly id: string
  /** Id of the event, or of the maintenance operation by what the call is about. */
  readonly event: (call: Call) => string
  readonly keys: readonly ServiceKey[]
  readonly input: readonly ServiceField[]
  /** Tables that it takes, and the fields of their rows. */
  readonly tables: Readonly<Record<string, readonly ServiceField[]>>
  readonly required: (call: Call) => readonly string[]
  readonly mayUse: (call: Call) => boolean
  /** What the register holds now, for the fields that may be changed. */
  readonly current: (call: Call) => Fields
  /** About people and rows; asked once the form of the message is right. */
  readonly judge: (call: Call) => readonly Objection[]
  readonly write: (call: Call) => Written
}

export type FindService = (id: string) => UpdateService | undefined
