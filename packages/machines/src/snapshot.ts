import type { CaseData, Difference, Finding, Text } from '@sagsgang/events'

import type { EffectId, EffectPayloads, EffectType, UndoChoice } from './effects.ts'
import type {
  CasePerson,
  OfferedFollowOn,
  PlanStep,
  RunningDeadline,
  StoredDialogue,
} from './outcomes.ts'

/** How a case came to be: reported by somebody, or written by the save of the case that opened it. */
export type Mode = 'report' | 'derived'

/** What a case is opened with. */
export interface OpenInput {
  readonly caseId: string
  readonly data: CaseData
  readonly mode: Mode
  readonly parent: string | null
  /** For a derived case: who is touched and when it was accepted, as nobody will look them up again. */
  readonly persons?: readonly CasePerson[]
  readonly acceptedOn?: string
  /** Rules whose warning was confirmed by whoever ordered the case. */
  readonly confirmed?: readonly string[]
  /** Opened and submitted by its parent, a step of an undo or a correction: the parent hears of a refusal too. */
  readonly ordered?: boolean
}

/** An effect that the case still expects an answer to; `failed` until it is resumed or answered late. */
export interface OpenEffect {
  readonly type: EffectType
  /** Who asked: `work`, the key of a follow-on, or another name of its own. */
  readonly slot: string
  readonly payload: EffectPayloads[EffectType]
  readonly failed?: string
}

export interface FollowOnCase {
  readonly caseId: string
  readonly person: string | null
  readonly state: 'open' | 'halted' | 'settled' | 'withdrawn' | 'undone'
}

/** Which cases stand behind a region; its status is the region's own state. */
export interface FollowOnRow {
  readonly as: OfferedFollowOn['as']
  readonly required: boolean
  readonly people: readonly string[]
  readonly cases: readonly FollowOnCase[]
  /** A stable word where it cannot be opened, or why it was waived. */
  readonly reason?: string
}

export interface StepProgress extends PlanStep {
  /** `undone`: it was carried out, and its case was undone in turn. */
  readonly state: 'planned' | 'running' | 'done' | 'kept' | 'refused' | 'withdrawn' | 'undone'
  /** The case that carries the step out. */
  readonly carriedOutBy: string | null
}

export interface Correction {
  readonly caseId: string
  readonly operation: string
  readonly state: 'open' | 'settled' | 'withdrawn' | 'undone'
}

/** Everything a case knows beside where it is. JSON only: it is stored as it stands. */
export interface Context {
  readonly caseId: string
  readonly parent: string | null
  readonly mode: Mode
  readonly ordered: boolean
  /** Rises with each message taken in: the first half of an effect's id. */
  readonly transition: number
  /** Effects asked for in this transition: the second half. */
  readonly asked: number
  readonly open: Readonly<Record<EffectId, OpenEffect>>
  /** The effect that the message under way answers; null at rest. */
  readonly answering: OpenEffect | null
  readonly assignee: string | null

  readonly data: CaseData
  readonly findings: readonly Finding[]
  /** Rules whose warning a person has confirmed, until a value changes. Who and why stands in the journal. */
  readonly confirmed: readonly string[]
  readonly persons: readonly CasePerson[]
  readonly reportOn: string | null
  readonly insteadOf: string | null
  readonly replacement: string | null

  /** One case may make several reports in order: which one is under way, of how many. */
  readonly report: number
  readonly reports: number
  readonly attempt: number
  readonly unsent: number
  readonly dialogue: StoredDialogue | null
  /** Warnings about data in the register's own queue have been confirmed. */
  readonly queueConfirmed: boolean
  /** What the register answered to each report; `on` is null where a person decided that it was applied. */
  readonly accepted: {
    readonly on: string | null
    readonly outputs: readonly Readonly<Record<string, string>>[]
  }

  readonly followOns: Readonly<Record<string, FollowOnRow>>
  readonly deadlines: readonly RunningDeadline[]
  /** Those whose day has passed. */
  readonly overdue: readonly Pick<RunningDeadline, 'id' | 'followOn'>[]
  readonly offersUntil: string | null
  /** The time for taking optional follow-ons is over. */
  readonly lapsed: boolean
  /** The register has been read back and was as it should be. */
  readonly verified: boolean
  readonly differences: readonly Difference[]
  readonly corrections: readonly Correction[]

  readonly undoReason: string | null
  readonly undoChoice: UndoChoice
  readonly plan: readonly StepProgress[]
  readonly blockers: readonly Text[]
  /** Cases that were asked to hold still for the undo of this one. */
  readonly stopped: readonly string[]
  /** Those of them that have not said yet that they do. */
  readonly awaited: readonly string[]
  /** The case that opened this one is being undone. */
  readonly stopping: boolean
  /** The case whose plan took this one's rows back. */
  readonly takenBackBy: string | null
}

/** A state's name, or its regions and their states. */
export type StateValue = string | { readonly [region: string]: StateValue }

export interface Snapshot {
  readonly value: StateValue
  readonly context: Context
}

const nothingYet = {
  transition: 0,
  asked: 0,
  open: {},
  answering: null,
  assignee: null,
  findings: [],
  confirmed: [],
  reportOn: null,
  insteadOf: null,
  replacement: null,
  report: 0,
  reports: 1,
  attempt: 0,
  unsent: 0,
  dialogue: null,
  queueConfirmed: false,
  followOns: {},
  deadlines: [],
  overdue: [],
  offersUntil: null,
  lapsed: false,
  verified: false,
  differences: [],
  corrections: [],
  undoReason: null,
  undoChoice: { also: [], seen: null },
  plan: [],
  blockers: [],
  stopped: [],
  awaited: [],
  stopping: false,
  takenBackBy: null,
} as const satisfies Partial<Context>

/** The context of a case that nothing has happened to. */
export function firstContext(input: OpenInput): Context {
  const { caseId, data, mode, parent } = input
  return {
    ...nothingYet,
    caseId,
    parent,
    mode,
    ordered: input.ordered ?? false,
    data,
    persons: input.persons ?? [],
    confirmed: input.confirmed ?? [],
    accepted: { on: input.acceptedOn ?? null, outputs: [] },
  }
}
