import type { CaseData, Difference, Finding, Text } from '@sagsgang/events'
import type { LandingPlace, Owner, PlanStep, Status } from '@sagsgang/machines'

import type { ExactRowView } from './plan-view.ts'
import type { StandingView } from './stuck/case-standing.ts'

/** What the api answers: the shapes of the contract. */

export interface FindingView extends Finding {
  readonly confirmed?: boolean
}

export interface FollowOnView {
  readonly key: string
  readonly event: string
  readonly name: Text
  readonly for: Text
  readonly mode: 'required' | 'optional' | 'conditional' | 'derived'
  /** When it is needed or may be wanted. */
  readonly when?: Text
  /** Given where the worker says whether it is needed at all. */
  readonly decides?: 'worker'
  /** A case for itself: this one ends without it. */
  readonly separateCase?: true
  readonly state: string
  readonly cases: readonly string[]
  readonly deadline?: string
  readonly reason?: string
  readonly people: readonly string[]
}

export interface CommandView {
  readonly type: string
  readonly allowed: boolean
  readonly reason?: Text
  readonly fields?: readonly string[]
  readonly followOns?: readonly string[]
}

export interface HealthView extends Partial<StandingView> {
  readonly state: 'well' | 'stuck'
  readonly cause?: string
  readonly text?: Text
  /** What can be done about the cause. */
  readonly remedy?: Text
}

export interface CaseView {
  readonly caseId: string
  readonly number: string
  readonly event: string
  readonly eventName: Text
  readonly status: Status
  /** The machine's state value. */
  readonly state: unknown
  readonly activeStates: readonly string[]
  readonly version: number
  readonly data: CaseData
  readonly findings: readonly FindingView[]
  readonly persons: readonly PersonView[]
  readonly followOns: readonly FollowOnView[]
  readonly parent: string | null
  readonly deadline: string | null
  readonly health: HealthView
  readonly commands: readonly CommandView[]
  readonly waitsFor: Text
  readonly assignee: string | null
  readonly openedBy: string
  readonly openedAt: string
  readonly changedAt: string
  readonly purpose: string
  /** Maintenance cases that correct this one. */
  readonly corrections: readonly string[]
  /** The former-data case that reports it instead. */
  readonly replacement: string | null
  readonly plan: readonly StepView[]
  /** Why the last undo could not begin. */
  readonly blockers: readonly Text[]
  readonly differences: readonly Difference[]
  /** Rows that were taken back by this case's plan. */
  readonly takenBackBy: string | null
  readonly kind: 'event' | 'maintenance'
  /** Which row is corrected or undone, as it stood when the case last looked; null before that, and for late reports. */
  readonly row: ExactRowView | null
  readonly service: string
  readonly authority: string
  readonly chartVersion: string
  readonly effects: readonly OpenEffectView[]
  readonly deadlines: readonly DeadlineView[]
  /** Metadata alone, for those who may not see what the case says. */
  readonly redacted: boolean
}

export interface PersonView {
  readonly role: string
  readonly pnr: string
  readonly name?: string
  readonly protected?: true
}

export interface StepView extends PlanStep {
  readonly state: string
  readonly carriedOutBy: string | null
  readonly name: Text
}

/** What the case still expects an answer to. */
export interface OpenEffectView {
  readonly id: string
  readonly type: string
  readonly failed: string | null
}

export interface DeadlineView {
  readonly id: string
  readonly date: string
  readonly followOn: string | null
  readonly overdue: boolean
}

/** A row of a list: no personal number in full. */
export interface CaseRow {
  readonly caseId: string
  readonly number: string
  readonly event: string
  readonly eventName: Text
  readonly status: Status
  readonly version: number
  readonly person: {
    readonly masked: string
    /** Null before anybody looked, and for protected people. */
    readonly name: string | null
    readonly protected: boolean
  } | null
  readonly waitsFor: Text
  readonly deadline: string | null
  readonly overdue: boolean
  readonly assignee: string | null
  readonly cause: { readonly word: string; readonly text: Text } | null
  /** Who must act, and by when; null where the case waits for nothing. */
  readonly standing: StandingView | null
  readonly changedAt: string
}

export interface JournalEntryView {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly message: { readonly type: string; readonly [key: string]: unknown }
  readonly effects: readonly { readonly id: string; readonly type: string }[]
  readonly state: unknown
  readonly status: Status
}

export interface GctpMessageView {
  readonly at: string
  readonly service: string
  readonly action: string
  readonly outcome: string
  readonly milliseconds: number
  /** Masked. */
  readonly request: string
  readonly reply: string | null
}

/** Where a case may be moved by hand when nothing else helps, and what would come of it. */
export interface LandingPlanView {
  readonly caseId: string
  readonly version: number
  readonly places: readonly LandingPlaceView[]
  /** What waits for a second person; null where nothing does. */
  readonly proposal: LandingView | null
}

export interface LandingPlaceView {
  readonly to: LandingPlace
  readonly name: Text
  /** Safe as the case stands. */
  readonly allowed: boolean
  /** Why not. */
  readonly reason?: Text
  readonly consequences: readonly Text[]
}

export type LandingState = 'open' | 'approved' | 'rejected' | 'void' | 'expired'

/** A proposal to move a case by hand, and what became of it. */
export interface LandingView {
  readonly landingId: string
  readonly caseId: string
  readonly to: LandingPlace
  readonly name: Text
  readonly reason: string
  /** The version it was proposed for: any change makes it void. */
  readonly version: number
  readonly state: LandingState
  readonly proposedBy: string
  readonly proposedAt: string
  readonly expiresAt: string
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  /** Why it was turned down. */
  readonly rejection: string | null
  /** Whether whoever asks may approve it, and why not. */
  readonly approval: { readonly allowed: boolean; readonly reason?: Text }
}

/** A page of a list: `next` is null on the last one. */
export interface CasePage {
  readonly cases: readonly CaseRow[]
  readonly next: string | null
}

/** How many, for tabs and badges; one beyond the cap stands for any number beyond it. */
export interface CaseCounts {
  readonly cap: number
  readonly mine: number
  readonly unit: number
  readonly stuck: number
  readonly overdue: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
}

/** Stuck cases with the same cause. */
export interface StuckGroup {
  readonly cause: string
  readonly text: Text
  readonly count: number
  readonly remedy: Text
  readonly owner: Owner
  /** Whether trying again may help at all. */
  readonly repeatable: boolean
  readonly firstAt: string
  readonly lastAt: string
  /** When the first of them is due. */
  readonly dueAt: string | null
  readonly overdue: number
  readonly cases: readonly CaseRow[]
}

/** What the stream of changes tells: ids and states only. */
export interface CaseChange {
  readonly caseId: string
  readonly event: string
  readonly status: Status
  readonly version: number
}
