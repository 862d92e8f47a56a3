import type { CaseData, CaseDataChange } from '@sagsgang/events'

import type { UndoChoice } from './effects.ts'
import type { Outcome } from './outcomes.ts'

/** Stored words are a format: renaming one takes a migration. */

/** The statuses that people see: a tag on the state; `stuck` wins over the rest. */
export const statuses = [
  'draft',
  'checking',
  'confirming',
  'reporting',
  'inDoubt',
  'waiting',
  'followOns',
  'completed',
  'stuck',
  'undoing',
  'undone',
  'partlyUndone',
  'withdrawn',
] as const

export type Status = (typeof statuses)[number]

/** What a person tells a case. */
export type Command =
  | { readonly type: 'fill'; readonly data: CaseDataChange }
  | { readonly type: 'submit' }
  | { readonly type: 'confirm'; readonly findings: readonly string[]; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string }
  | {
      readonly type: 'openFollowOn'
      readonly followOn: string
      readonly person?: string
      readonly data?: CaseData
    }
  | { readonly type: 'waiveFollowOn'; readonly followOn: string; readonly reason: string }
  | { readonly type: 'resume' }
  | { readonly type: 'decide'; readonly outcome: 'applied' | 'notApplied'; readonly reason: string }
  | { readonly type: 'assign'; readonly to: string }
  | ({ readonly type: 'undo'; readonly reason: string } & Partial<UndoChoice>)
  /** Half-way through an undo: what still stands is to stand. */
  | { readonly type: 'stopUndo'; readonly reason: string }
  | {
      readonly type: 'correct'
      readonly operation: string
      readonly data: CaseData
      readonly confirmed?: readonly string[]
      readonly reason: string
    }

/** What another case tells this one: neither a person nor an answer. A repeated notice changes nothing. */
export type Notice =
  /** From a case that this one opened. `caseHalted`: its rows stand and it waits for the undo to be planned. */
  | { readonly type: 'caseSettled'; readonly caseId: string }
  | { readonly type: 'caseWithdrawn'; readonly caseId: string }
  | { readonly type: 'caseUndone'; readonly caseId: string }
  | { readonly type: 'caseHalted'; readonly caseId: string }
  /** A step of an undo or a correction was refused, or the register does not show it. */
  | { readonly type: 'caseRefused'; readonly caseId: string }
  /** From the case that opened this one, whose undo begins, is called off, or has taken the rows back. */
  | { readonly type: 'stop' }
  | { readonly type: 'released' }
  | { readonly type: 'takenBack'; readonly by: string }
  /** From the register, by whichever case found it out: somebody has another number now. */
  | { readonly type: 'renumbered'; readonly from: string; readonly to: string }

/** Where two people may put a case by hand when nothing else helps. In none of them does anything leave by itself. */
export const landingPlaces = [
  'drafting',
  'withdrawn',
  'deciding',
  'partlyReported',
  'awaitingFollowOns',
  'completed',
  'partlyUndone',
] as const

export type LandingPlace = (typeof landingPlaces)[number]

/** What no case takes from one person alone. Who proposed and who approved stands in the journal. */
export interface Landing {
  readonly type: 'land'
  readonly to: LandingPlace
  readonly reason: string
  readonly proposedBy: string
  readonly approvedBy: string
}

export type Message = Command | Outcome | Notice | Landing
