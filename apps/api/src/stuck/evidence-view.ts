import type { Text } from '@sagsgang/events'

import type { EvidenceField } from './evidence-fields.ts'

/** What was sent, and what left the house: never the content, which stands in the case. */
export interface SentView {
  readonly at: string
  readonly service: string
  readonly attempt: number
  /** Counts from 1, where a case makes several reports in order. */
  readonly report: number
  /** SHA-256 of the exact bytes. */
  readonly requestHash: string
  /** The register's stamp of the conversation. */
  readonly dialogue: string
  readonly state: string
  readonly by: string
}

export interface LogEntryView {
  readonly timestamp: string
  readonly code: string
  readonly derivedMark: string
  readonly authority: string
  readonly authorityName: Text
  /** It was there before the save, it may be the save's, or it is somebody else's. */
  readonly standing: 'before' | 'matching' | 'other'
}

export interface EvidenceView {
  readonly caseId: string
  readonly version: number
  /** Null where nothing was sent. */
  readonly sent: SentView | null
  /** Null where the register has not been read back. */
  readonly readAt: string | null
  /** After the time that the register may need: absence counts. */
  readonly final: boolean
  readonly entries: readonly LogEntryView[]
  /** Null where the rows were not read; the values are kept back from those who see no content. */
  readonly fields: readonly EvidenceField[] | null
  readonly says: Text
  readonly reason: string | null
  readonly supports: 'applied' | 'notApplied' | null
  /** How many more looks a person may ask for. */
  readonly looksLeft: number
  readonly proposal: DecisionProposal | null
  readonly may: {
    readonly decide: boolean
    readonly propose: boolean
    readonly refresh: boolean
    /** A duplicate is taken back by undoing the case once it stands. */
    readonly undoAfterwards: boolean
  }
}

export interface DecisionProposal {
  readonly outcome: 'applied' | 'notApplied'
  readonly reason: string
  readonly against: string | null
  readonly proposedBy: string
  readonly proposedAt: string
  /** The case has moved on since. */
  readonly isVoid: boolean
}
