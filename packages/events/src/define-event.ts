import type { CaseData } from './case-data.ts'
import type { Condition, EventEffect, PartySource, Value } from './effects.ts'
import type { Entity } from './entities.ts'
import type { Field } from './fields.ts'
import type { RegisterView } from './register-view.ts'
import type { Text } from './text.ts'

export type Basis = 'sourced' | 'inferred' | 'modelled'

/** Everything a rule may look at. `today` is YYYYMMDD; the authority is four digits. */
export interface Facts {
  readonly data: CaseData
  readonly view: RegisterView
  readonly today: string
  readonly authority: string
}

export type Layer = 'syntactic' | 'cross-field' | 'authority' | 'register' | 'date'

export interface Rule {
  /** The public name, `<event>.<rule>`. */
  readonly id: string
  readonly layer: Layer
  readonly severity: 'error' | 'warning'
  readonly basis: Basis
  readonly fields: readonly string[]
  readonly message: Text
  /** No machine can compute it to the end: confirmed by a person like a warning. */
  readonly declaration: boolean
  readonly isRaised: (facts: Facts) => boolean
}

export interface Finding {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly fields: readonly string[]
  readonly message: Text
  readonly declaration?: true
}

export type FollowOnMode = 'required' | 'optional' | 'conditional' | 'derived'

export interface FollowOn {
  /** `name-change@spouse`: unique inside the event. */
  readonly key: string
  readonly target:
    | { readonly type: 'event'; readonly event: string }
    | { readonly type: 'maintenance'; readonly operation: string }
  readonly for: Text
  /** Parties of this event who may be meant; a case each. */
  readonly parties: readonly string[]
  readonly mode: FollowOnMode
  /** What a conditional follow-on becomes once its condition holds. `instead` replaces the primary. */
  readonly whenTrue?: 'required' | 'optional' | 'instead'
  readonly when?: Text
  readonly decides?: 'engine' | 'worker'
  /** Judged by the engine after acceptance, over the view before the save. */
  readonly condition?: Condition | ((facts: Facts) => boolean)
  /** Event ids: waits until every chosen follow-on of those events has ended. */
  readonly after: readonly string[]
  readonly alternativeTo?: string
  readonly separateCase: boolean
  readonly deadline?: string
  readonly onPrimaryUndo: 'undo' | 'review' | 'keep'
  /** Data that the opened case starts with, beside the person. */
  readonly prefill?: Readonly<Record<string, Value>>
}

export interface Deadline {
  readonly id: string
  readonly text: Text
  readonly amount: number
  readonly unit: 'days' | 'weekdays' | 'weeks' | 'months' | 'years'
  readonly direction: 'before' | 'after'
  /** A field of the event, else the same fact in the register, or `primaryAccepted`. */
  readonly from: string
  readonly basis: Basis
}

export interface Timer {
  readonly deadline: string
  readonly onExpiry: Text
  /** `stuck`: a person must act; `note`: only shown. */
  readonly effect: 'stuck' | 'note'
}

export interface CompensationStep {
  /** Key of the follow-on, or null for the primary itself, always last. */
  readonly followOn: string | null
  readonly policy: 'undo' | 'review'
  /** Id of the maintenance operation, e.g. `name.undo-current`. */
  readonly operation: string
  readonly entity: Entity
  /** The primary's own undo takes it back without a call. */
  readonly together: boolean
}

export interface Blocker {
  readonly id: string
  readonly text: Text
  readonly severity: 'error' | 'warning'
  /** Judged over the register as it is now. `acceptedOn` is the day of the primary's acceptance. */
  readonly isRaised: (facts: Facts & { readonly acceptedOn: string }) => boolean
}

/** Maintenance operations are definitions of the same shape, so that one machine and one form serve both. */
export type Maintenance =
  | 'correctCurrent'
  | 'correctFormer'
  | 'undoCurrent'
  | 'undoFormer'
  | 'reportFormer'

export interface EventDefinition {
  /** An event, or the correction, undo or late report of rows that stand. */
  readonly kind:
    | { readonly type: 'event' }
    | { readonly type: 'maintenance'; readonly dataType: string; readonly operation: Maintenance }
  readonly id: string
  readonly name: Text
  /** Wire id of the update service. */
  readonly service: string
  /** Codes the register's interval lookup may return for it. */
  readonly eventCodes: readonly string[]
  readonly primary: boolean
  readonly secondary: boolean
  /** Authority types, two digits, that may open it by themselves. */
  readonly reporters: readonly { readonly authorityType: string | null; readonly name: Text }[]
  /** The field that dates the event. */
  readonly dateField: string
  readonly fields: readonly Field[]
  readonly rules: readonly Rule[]
  readonly parties: Readonly<Record<string, PartySource>>
  /** The party that the report is keyed on, or several for reports one after the other (a move with family). */
  readonly reportedFor: readonly string[]
  /** Catalogue keys of what is looked up on each party before the rules are judged. */
  readonly lookups: readonly string[]
  readonly effects: readonly EventEffect[]
  readonly followOns: readonly FollowOn[]
  readonly timers: readonly Timer[]
  readonly undo: {
    readonly dataType: string
    readonly steps: readonly CompensationStep[]
    readonly restores: readonly Text[]
    readonly blockers: readonly Blocker[]
  }
  /** Maintenance operations of its data. */
  readonly maintenance: readonly string[]
  readonly notes?: Text
}
