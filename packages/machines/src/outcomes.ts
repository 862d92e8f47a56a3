import type { CaseData, Difference, Finding, Text } from '@sagsgang/events'

import type { EffectId, EffectType } from './effects.ts'

/** Why a follow-on cannot be opened, or not yet. */
export type FollowOnHold = 'eventNotAvailable' | 'awaitsFollowOn'

export interface OfferedFollowOn {
  readonly key: string
  readonly as: 'due' | 'offered' | 'derived' | 'notNeeded' | 'unavailable'
  /** Numbers of the people it may be opened for; a case each. */
  readonly people: readonly string[]
  /** For `unavailable`: a required one must be waived, a derived one is skipped. */
  readonly required?: boolean
  readonly reason?: FollowOnHold
}

export interface RunningDeadline {
  readonly id: string
  readonly date: string
  readonly followOn: string | null
  readonly effect: 'stuck' | 'note'
}

export interface PlanStep {
  /** The maintenance operation, e.g. `name.undo-current`; an event where an undo is taken back by reporting anew. */
  readonly operation: string
  /** The case that is undone. */
  readonly caseId: string
  readonly person: string
  /** What its case is opened with: the exact row by the register's time stamp, and what it is to hold. Empty: nothing is sent. */
  readonly data: CaseData
  /** Rules whose warning whoever ordered the plan has seen in it. */
  readonly confirmed: readonly string[]
  readonly policy: 'undo' | 'review' | 'keep'
  /** Taken back by the primary's own undo: no call of its own. */
  readonly together: boolean
}

/** What the world answers, by the effect it answers. A save is refused, unsent or unknown, never failed. */
export type Outcome = { readonly effect: EffectId } & (
  | {
      readonly type: 'checked'
      /** Those of this stage alone; the machine joins the two stages. */
      readonly findings: readonly Finding[]
      /** The day that the report is dated ahead to, where it is. */
      readonly reportOn: string | null
      /** Id of the operation that replaces the event, where the fact belongs to the past. */
      readonly insteadOf: string | null
      readonly reports: number
      readonly persons: readonly CasePerson[]
    }
  | { readonly type: 'lookedUp' }
  | { readonly type: 'dayReached' }
  | { readonly type: 'turnGiven' }
  | { readonly type: 'initiated'; readonly dialogue: StoredDialogue }
  | { readonly type: 'validated' }
  | {
      readonly type: 'saved'
      readonly output: Readonly<Record<string, string>>
      readonly persons: readonly CasePerson[]
      readonly acceptedOn: string
    }
  | { readonly type: 'queued' }
  | {
      readonly type: 'warned'
      readonly findings: readonly Finding[]
      readonly dialogue?: StoredDialogue
    }
  | { readonly type: 'refused'; readonly findings: readonly Finding[] }
  | { readonly type: 'lapsed' }
  | { readonly type: 'unsent'; readonly reason: string }
  | { readonly type: 'unknown'; readonly reason: string }
  | { readonly type: 'settled' }
  | {
      readonly type: 'proven'
      readonly output: Readonly<Record<string, string>>
      readonly persons: readonly CasePerson[]
      readonly acceptedOn: string
    }
  /** Not there; counts only after the settle time, and where it need not be seen `again`. */
  | { readonly type: 'absent'; readonly resend: boolean; readonly again?: boolean }
  | { readonly type: 'undecided'; readonly reason: string }
  | { readonly type: 'stillQueued' }
  | {
      readonly type: 'offered'
      readonly followOns: readonly OfferedFollowOn[]
      readonly deadlines: readonly RunningDeadline[]
      /** The last day on which optional ones may be taken. */
      readonly offersUntil: string
      /** Where the save was not answered and its number came to light after it was decided to stand. */
      readonly persons?: readonly CasePerson[]
    }
  | { readonly type: 'verified'; readonly differences: readonly Difference[] }
  | { readonly type: 'opened'; readonly caseId: string }
  | { readonly type: 'expired' }
  | { readonly type: 'halted' }
  | { readonly type: 'planned'; readonly steps: readonly PlanStep[] }
  | { readonly type: 'blocked'; readonly blockers: readonly Text[] }
  | { readonly type: 'compensating'; readonly caseId: string }
  | { readonly type: 'told' }
  /** Nothing that resume repeats may write: any effect but a save. */
  | { readonly type: 'failed'; readonly reason: string }
)

export interface CasePerson {
  readonly role: string
  readonly pnr: string
}

/** A conversation with the register as plain data. */
export interface StoredDialogue {
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly authority: string
  readonly timestamp: string
}

type OutcomeType = Outcome['type']

/** What may answer what. Only a save never fails: nothing that is repeated may write. */
export const answersOf: Record<EffectType, readonly OutcomeType[]> = {
  check: ['checked', 'failed'],
  lookUp: ['lookedUp', 'failed'],
  waitForDay: ['dayReached', 'failed'],
  waitForTurn: ['turnGiven', 'failed'],
  initiate: ['initiated', 'warned', 'refused', 'lapsed', 'failed'],
  validate: ['validated', 'warned', 'refused', 'lapsed', 'failed'],
  save: ['saved', 'queued', 'warned', 'refused', 'lapsed', 'unsent', 'unknown'],
  settle: ['settled', 'proven', 'failed'],
  readBack: ['proven', 'absent', 'undecided', 'failed'],
  pollQueue: ['saved', 'stillQueued', 'warned', 'refused', 'failed'],
  offer: ['offered', 'failed'],
  verify: ['verified', 'failed'],
  openCase: ['opened', 'failed'],
  openCorrection: ['opened', 'failed'],
  openReplacement: ['opened', 'failed'],
  deadline: ['expired', 'failed'],
  halt: ['halted', 'failed'],
  release: ['told', 'failed'],
  takeBack: ['told', 'failed'],
  plan: ['planned', 'blocked', 'failed'],
  compensate: ['compensating', 'failed'],
  verifyUndo: ['verified', 'failed'],
  tellParent: ['told', 'failed'],
}
