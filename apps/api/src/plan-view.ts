import type { FieldData, Finding, Text } from '@sagsgang/events'

/** What a plan of undoing or correcting shows, and what the register said of it. */

export interface PlannedStepView {
  readonly operation: string
  readonly name: Text
  readonly caseId: string
  readonly person: string
  /** `review`: a person decides; it is undone where they chose so. `keep`: it stands. */
  readonly policy: 'undo' | 'review' | 'keep'
  readonly together: boolean
  /** Whether the case is the one that is taken back, or one that it opened. */
  readonly isPrimary: boolean
  /** When the register accepted it, where that is known. */
  readonly acceptedOn: string | null
  /** Row by row: `before[i]` becomes `after[i]`; what `after` has beyond these is new. */
  readonly before: readonly RowView[]
  readonly after: readonly RowView[]
}

/** What stands in the way of a plan, and what would free it. */
export interface BlockerView {
  /** The catalogue's id of the blocker, or the planner's own. */
  readonly id: string
  readonly text: Text
  readonly severity: 'error' | 'warning'
  readonly freedBy: Text
  /** The case whose step it stops. */
  readonly caseId: string
  /** Cases here that wrote what stands in the way. */
  readonly by: readonly string[]
}

/** One row of one person, as it is or as it will be. */
export interface RowView {
  readonly person: string
  readonly entity: string
  readonly columns: Readonly<Record<string, string | null>>
  readonly start: string | null
  readonly end: string | null
  readonly mark: string | null
  /** What the codes among the columns, and the mark, are called. */
  readonly names: Readonly<Record<string, Text>>
}

/** A row by its exact key. */
export interface ExactRowView extends RowView {
  /** The register's own. */
  readonly timestamp: string
  /** Whether it stood when the register was asked. */
  readonly current: boolean
}

export interface PlanView {
  readonly steps: readonly PlannedStepView[]
  readonly blockers: readonly BlockerView[]
  /** Names this plan: an undo that is ordered with it is carried out only while the plan would be the same. */
  readonly fingerprint: string
  /** Of a correction: what was typed anew, field by field. */
  readonly diff?: readonly FieldDiff[]
}

/** What the register said of one step when it was asked without saving. */
export interface RehearsedStep {
  readonly operation: string
  readonly name: Text
  readonly caseId: string
  readonly person: string
  /** `notAsked`: another step takes it along, it is kept, or the register could not be asked. */
  readonly outcome: 'accepted' | 'warned' | 'refused' | 'notAsked'
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'fields' | 'message'>[]
  /** Steps before it that were not carried out when the register was asked: a refusal may be theirs. */
  readonly restsOn: number
}

export interface RehearsalView {
  readonly steps: readonly RehearsedStep[]
}

export interface FieldDiff {
  readonly field: string
  readonly label: Text
  readonly before: FieldData | null
  readonly after: FieldData | null
}
