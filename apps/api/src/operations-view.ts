import type { Text } from '@sagsgang/events'
import type { Owner } from '@sagsgang/machines'

import type { CaseRow, LandingView } from './case-view.ts'
import type { DueView } from './stuck/due-at.ts'

/** How the house is doing, for those who keep it running: figures only, nobody's data. */
export interface OperationsView {
  /** What waits to be done, by kind of effect. */
  readonly queue: readonly {
    readonly type: string
    readonly name: Text
    readonly class: string
    readonly waiting: number
    /** Those that have been tried in vain. */
    readonly retrying: number
    readonly oldestAt: string
  }[]
  /** The last day's calls to the register. */
  readonly register: readonly {
    readonly service: string
    readonly calls: number
    readonly failures: number
    readonly medianMilliseconds: number
    readonly slowestMilliseconds: number
    readonly lastAt: string
  }[]
  /** Cases by event and status. */
  readonly cases: readonly {
    readonly event: string
    readonly status: string
    readonly count: number
  }[]
}

/** What resuming the cases of a cause would do, before anybody orders it. */
export interface ResumePreview {
  readonly cause: string
  readonly text: Text
  readonly remedy: Text
  readonly owner: Owner
  /** All of the cause, however many stand on the page. */
  readonly total: number
  readonly resumable: number
  /** In the order in which it would be done. */
  readonly would: readonly Text[]
  readonly cannot: readonly {
    readonly reason: string
    readonly text: Text
    readonly count: number
  }[]
  readonly cases: readonly StuckCase[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

export interface StuckCase extends CaseRow {
  /** The place where it stands. */
  readonly step: Text
  /** How often it has got stuck here. */
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
  readonly resumable: boolean
  /** Why not. */
  readonly reason: Text | null
}

export interface ResumeRun {
  readonly runId: string
  readonly cause: string
  readonly text: Text
  readonly state: 'waiting' | 'running' | 'paused' | 'stopped' | 'done'
  readonly reason: Text | null
  readonly orderedBy: string
  readonly orderedAt: string
  /** Nothing is tried before. */
  readonly startAt: string
  readonly endedAt: string | null
  readonly perSecond: number
  readonly counts: ResumeCounts
}

export interface ResumeCounts {
  readonly total: number
  readonly waiting: number
  readonly following: number
  readonly verified: number
  readonly notVerified: number
  readonly stillFailing: number
  readonly notReady: number
  readonly passed: number
}

export interface ResumeItem {
  readonly place: number
  readonly caseId: string
  readonly number: string
  readonly state:
    | 'waiting'
    | 'probing'
    | 'following'
    | 'verified'
    | 'notVerified'
    | 'stillFailing'
    | 'notReady'
    | 'passed'
  readonly reason: Text | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

export interface ResumeRunPage extends ResumeRun {
  readonly items: readonly ResumeItem[]
  readonly next: number | null
}

/** A proposal to move a case by hand, and which case. */
export interface LandingToApprove extends LandingView {
  readonly number: string
  readonly eventName: Text
}

/** Left the house for a case that the store no longer has: it was set back, and only the submission log knows. */
export interface LostSubmissionView {
  readonly id: string
  readonly caseId: string
  readonly service: string
  readonly requestHash: string
  readonly dialogue: string
  /** What the log says of it. */
  readonly state: string
  readonly sentAt: string
  readonly foundAt: string
}

/** A case in doubt that evidence does not settle. */
export interface CaseToDecide extends CaseRow {
  readonly doubt: { readonly reason: string; readonly text: Text } | null
  readonly due: DueView
  readonly proposal: { readonly outcome: 'applied' | 'notApplied'; readonly by: string } | null
}

/** A way in which answers of the register differ from what is described. Nobody's data are in it. */
export interface DriftView {
  /** Empty for a sign-on. */
  readonly service: string
  readonly serviceName: Text | null
  /** A word for the kind of difference. */
  readonly type: string
  readonly text: Text
  /** A field's code, a part of the message, a code of a receipt, or why an answer could not be read. */
  readonly place: string
  /** What a field is called, where it is known. */
  readonly placeName: Text | null
  readonly sample: string
  readonly count: number
  readonly firstAt: string
  readonly lastAt: string
  /** No register should do this: somebody must look at once. */
  readonly alarm: boolean
}

export interface DriftPage {
  readonly rows: readonly DriftView[]
  /** All that is kept, however many are shown. */
  readonly total: number
}
