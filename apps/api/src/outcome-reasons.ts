import type { FailureReason } from '@sagsgang/gctp'

/** Why it cannot be proven whether a save was applied. */
export type DoubtReason =
  | 'duplicateSuspected'
  | 'appliedThenChanged'
  | 'sameChangeByOthers'
  | 'changedByOthers'
  | 'nobodyToReadBack'
  /** The submission log says that it was accepted, the register shows nothing of it. */
  | 'loggedAsApplied'
  | 'askedEnough'

/** The stable words by which a journal says why a save was not sent, not answered or not proven. */
export type OutcomeReason =
  | FailureReason
  | DoubtReason
  | 'lapsed'
  | 'store'
  /** The submission log could not be written: nothing may leave that it does not know of. */
  | 'submissionLog'
  /** The store is another, or the same one anew: what it may have forgotten is looked up first. */
  | 'storeChanged'
  | 'leaseLost'
  | 'sentBefore'
  /** Refused, in a conversation that could not be ended: a late copy might still be carried out. */
  | 'notEnded'
  | 'workerLost'
