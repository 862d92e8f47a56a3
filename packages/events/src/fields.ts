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
