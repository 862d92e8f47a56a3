import type { FailureReason } from '@sagsgang/gctp'

/** Why it cannot be proven whether a save was applied. */
export type DoubtReason =
  | 'duplicateSuspected'
  | 'appliedThenChanged'
  | 'sameChangeByOthers'
  | 'changedByOthers'
  | 'nobodyToReadBack'

/** The stable words by which a journal says why a save was not sent, not answered or not proven. */
export type OutcomeReason =
  | FailureReason
  | DoubtReason
  | 'lapsed'
  | 'store'
  | 'sentBefore'
  | 'workerLost'
