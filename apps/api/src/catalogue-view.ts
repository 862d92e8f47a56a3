import type { FieldType, Text } from '@sagsgang/events'
import type { Chart } from '@sagsgang/machines'

/** What the api tells about the catalogue. */

/** What events are about. */
export interface EventGroup {
  readonly id: string
  readonly name: Text
  /** Where a list of groups puts it. */
  readonly place: number
}

export interface EventSummary {
  readonly event: string
  readonly name: Text
  readonly group: EventGroup
  readonly service: string
  readonly primary: boolean
  readonly secondary: boolean
  readonly reporters: readonly { readonly authorityType: string | null; readonly name: Text }[]
  /** Whether the authority of who asks may open it by itself. */
  readonly mayOpen: boolean
  readonly fields: number
  readonly rules: number
  readonly followOns: number
}

export interface OptionView {
  readonly code: string
  readonly name: Text
}

export interface FieldView {
  readonly name: string
  readonly label: Text
  /** The catalogue's own word for the type: `pnr`, `name(50)`, `list(pnr)` … */
  readonly type: string
  /** The kind of control. */
  readonly control: FieldType
  readonly required: boolean
  readonly requiredWhen?: Text
  readonly length?: number
  readonly hint?: Text
  readonly unknownAllowed: boolean
  readonly options?: readonly OptionView[]
}

export interface RuleView {
  readonly id: string
  readonly layer: string
  readonly severity: 'error' | 'warning'
  readonly basis: string
  readonly fields: readonly string[]
  readonly message: Text
  readonly declaration: boolean
}

export interface FollowOnSummary {
  readonly key: string
  /** Id of the event or the maintenance operation. */
  readonly event: string
  readonly name: Text
  readonly for: Text
  readonly mode: 'required' | 'optional' | 'conditional' | 'derived'
  readonly whenTrue?: 'required' | 'optional' | 'instead'
  readonly when?: Text
  readonly after: readonly string[]
  readonly alternativeTo?: string
  readonly separateCase: boolean
  readonly deadline?: string
  readonly onPrimaryUndo: 'undo' | 'review' | 'keep'
  readonly available: boolean
}

export interface EffectSummary {
  readonly party: string
  readonly entity: string
  readonly operation: string
  readonly text: Text
}

export interface DeadlineSummary {
  readonly id: string
  readonly text: Text
  readonly onExpiry: Text
  readonly effect: 'stuck' | 'note'
}

/** What may keep an event from being undone. */
interface BlockerSummary {
  readonly id: string
  readonly text: Text
  readonly severity: 'error' | 'warning'
}

export interface MaintenanceSummary {
  readonly event: string
  readonly name: Text
  readonly service: string
  readonly operation: string
}

/** The machine as data. */
export type ChartView = Chart

/** Every state with the words of its lines, or the course at a glance. */
export type ChartDetail = 'all' | 'overview'

export interface EventView {
  readonly event: string
  readonly kind: 'event' | 'maintenance'
  readonly name: Text
  readonly service: string
  readonly primary: boolean
  readonly secondary: boolean
  readonly reporters: readonly { readonly authorityType: string | null; readonly name: Text }[]
  readonly mayOpen: boolean
  readonly notes?: Text
  readonly fields: readonly FieldView[]
  readonly rules: readonly RuleView[]
  readonly followOns: readonly FollowOnSummary[]
  readonly effects: readonly EffectSummary[]
  readonly deadlines: readonly DeadlineSummary[]
  readonly maintenance: readonly MaintenanceSummary[]
  readonly blockers: readonly BlockerSummary[]
  readonly chart: ChartView
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A state as drawn: absolute coordinates of its frame, in a plane of `width` by `height`. */
export interface DrawnState {
  readonly id: string
  readonly parent: string | null
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final'
  readonly name: Text
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnTransition {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly message: Text
  /** Start, bends and end, arrow at the end. */
  readonly points: readonly Point[]
  readonly label: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
}

export interface DrawnChart {
  readonly fingerprint: string
  readonly width: number
  readonly height: number
  readonly states: readonly DrawnState[]
  readonly transitions: readonly DrawnTransition[]
}

/** Where a list of lookups shows one. */
export interface LookUpPlace {
  readonly group: EventGroup
  /** Among those of its group. */
  readonly place: number
}

export interface ServiceSummary {
  readonly service: string
  readonly name: Text
  readonly kind: string
  readonly keys: readonly ServiceFieldView[]
  /** Absent where a service does not read. */
  readonly listed?: LookUpPlace
}

export interface ServiceFieldView {
  readonly code: string
  readonly name: Text
  readonly format: string
  readonly required: boolean
}

/** What a key is for: whom or what is sought, or how a list is given. */
export type KeyUse = 'criterion' | 'markedRows' | 'pageSize' | 'count' | 'restart'

export interface ServiceKeyView extends ServiceFieldView {
  readonly use: KeyUse
  /** The kind of control, as for a field of an event. */
  readonly control: FieldType
  readonly length?: number
  readonly hint?: Text
  /** What may be chosen, where the key takes a code of a list. */
  readonly options?: readonly OptionView[]
}

export interface ServiceView extends ServiceSummary {
  readonly keys: readonly ServiceKeyView[]
  /** Keys of which one must be given, beside those that are required. */
  readonly needs: readonly (readonly string[])[]
  /** The most calls of the register that one question takes. */
  readonly calls: number
  readonly input: readonly ServiceFieldView[]
  readonly output: readonly ServiceFieldView[]
}

/** A code that the register answers with. */
export interface ReceiptView {
  readonly code: number
  readonly text: Text
  /** What somebody can do about it. */
  readonly advice: Text
  /** Whether and when the same call is made once more. */
  readonly repeated: Text
}
