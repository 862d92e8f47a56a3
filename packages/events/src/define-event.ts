import type { CaseData } from './case-data.ts'
import type { Condition, EventEffect, PartySource, ReportMark, Value } from './effects.ts'
import type { Entity } from './entities.ts'
import type { Field, FieldSpec } from './fields.ts'
import type { PersonSearch, RegisterView } from './register-view.ts'
import type { Reporter } from './reporters.ts'
import type { Text } from './text.ts'

export type Basis = 'sourced' | 'inferred' | 'modelled'

/** Everything a rule may look at. `today` is YYYYMMDD; the authority is four digits. */
export interface Facts {
  readonly data: CaseData
  readonly view: RegisterView
  readonly today: string
  readonly authority: string
  /** The case was opened as a follow-on: the accepted primary gives the right to it. */
  readonly viaPrimary: boolean
  /** What the register answered to the save, by wire code: the number that a birth was given. */
  readonly output?: Readonly<Record<string, string>>
  /** What a case higher up already offers: it is not offered again. */
  readonly offeredAbove?: readonly { readonly event: string; readonly person: string }[]
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
  /** A cross-field rule that looks at the register too: judged after the lookups. */
  readonly readsRegister: boolean
  /** Nothing that a case may look up shows it: the register alone judges, and its refusal is the finding. */
  readonly judgedByRegister: boolean
  readonly isRaised: (facts: Facts) => boolean
  /** Whom the finding is about, where they are others than the form names: possible doubles. */
  readonly peopleMeant?: (facts: Facts) => readonly string[]
}

/** Personnumre by party. */
export type Parties = Readonly<Record<string, readonly string[]>>

export interface Finding {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly fields: readonly string[]
  readonly message: Text
  readonly declaration?: true
  /** Numbers of those whom it is about beside those that the form names. */
  readonly people?: readonly string[]
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
  readonly condition?: Condition | ((facts: Facts, parties: Parties) => boolean)
  /** Those of the parties whom it may be opened for; everybody unless given. */
  readonly isFor?: (person: string, facts: Facts) => boolean
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
  /** Cases that it runs in; all of them unless given. */
  readonly isFor?: (facts: Facts) => boolean
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
  /** What would free it, where that is another than undoing what came later. */
  readonly freedBy?: Text
  /** Kinds of rows that it looks at, and among which what stands in the way is to be found. */
  readonly kinds: readonly Entity[]
  /** Judged over the register as it is now. `acceptedOn` is the day of the primary's acceptance. */
  readonly isRaised: (facts: AcceptedFacts, parties: Parties) => boolean
}

export type AcceptedFacts = Facts & { readonly acceptedOn: string }

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
  /** What tells it from the others that share its service; absent where it has the service to itself. */
  readonly toldBy?: ReportMark
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
  /** Parties whose rows are looked up beside those that a field names. */
  readonly reads: readonly string[]
  /** The party that the report is keyed on, or several for reports one after the other (a move with family). */
  readonly reportedFor: readonly string[]
  /** Catalogue keys of what is looked up on each party before the rules are judged. */
  readonly lookups: readonly string[]
  /** Who may already be there under a number: sought for before somebody is given a new one. */
  readonly searches?: (data: CaseData) => readonly PersonSearch[]
  readonly effects: readonly EventEffect[]
  readonly followOns: readonly FollowOn[]
  /** Ids of the deadlines that concern it. */
  readonly deadlines: readonly string[]
  readonly timers: readonly Timer[]
  /** Why a case of it may stand still. */
  readonly stuckWhen: readonly Text[]
  readonly undo: {
    readonly dataType: string
    /** What is taken back, in that order: follow-ons first, the event itself last. */
    readonly steps: readonly CompensationStep[]
    readonly restores: readonly Text[]
    readonly blockers: readonly Blocker[]
  }
  /** Maintenance operations of its data. */
  readonly maintenance: readonly string[]
  readonly notes?: Text
}

export interface RuleSpec<F extends string = string> {
  /** The rule's own name inside the event. */
  readonly id: string
  readonly layer: Layer
  readonly severity: 'error' | 'warning'
  readonly basis: Basis
  readonly fields: readonly F[]
  readonly message: Text
  readonly declaration?: true
  readonly readsRegister?: true
  readonly judgedByRegister?: true
  readonly peopleMeant?: (facts: Facts) => readonly string[]
  /** The event's fields come along for what only they say: whether one takes an unknown person. */
  readonly isRaised: (facts: Facts, fields: readonly Field[]) => boolean
}

export interface EventSpec<F extends string> extends Omit<
  EventDefinition,
  'kind' | 'fields' | 'rules' | 'reporters' | 'primary' | 'secondary' | 'dateField'
> {
  readonly kind?: EventDefinition['kind']
  readonly role: 'primary' | 'secondary' | 'either'
  readonly reporters: readonly Reporter[]
  readonly dateField: NoInfer<F>
  readonly fields: Readonly<Record<F, FieldSpec>>
  /** Written apart from the definition: inside it their field names would be inferred as any string. */
  readonly rules: readonly RuleSpec<NoInfer<F>>[]
}

/** Types the rules by the field names, then seals them: nothing downstream is generic. */
export function defineEvent<F extends string>(spec: EventSpec<F>): EventDefinition {
  const { role, ...rest } = spec
  const fields = Object.entries<FieldSpec>(spec.fields).map(([name, field]) => ({ name, ...field }))
  return {
    ...rest,
    kind: spec.kind ?? { type: 'event' },
    primary: role !== 'secondary',
    secondary: role !== 'primary',
    fields,
    rules: spec.rules.map((rule) => sealRule(spec.id, rule, fields)),
  }
}

function sealRule(event: string, spec: RuleSpec, fields: readonly Field[]): Rule {
  return {
    ...spec,
    id: `${event}.${spec.id}`,
    // What no machine can compute to the end is confirmed by a person, whatever it would cost to be wrong.
    severity: spec.declaration ? 'warning' : spec.severity,
    declaration: spec.declaration ?? false,
    readsRegister: spec.readsRegister ?? false,
    judgedByRegister: spec.judgedByRegister ?? false,
    isRaised: (facts) => spec.isRaised(facts, fields),
  }
}
