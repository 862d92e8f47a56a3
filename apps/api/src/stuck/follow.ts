import { causeOf, placeOf } from '@sagsgang/machines'
import type { Effect, PlaceName, Snapshot } from '@sagsgang/machines'

/** A case that was resumed, and where it stands now. */
export interface Followed {
  /** The cause that it was resumed from. */
  readonly cause: string
  /** What the resume asked for anew. */
  readonly repeated: readonly Pick<Effect, 'id' | 'type'>[]
  readonly now: Snapshot
  /** The time that a proof is given is over. */
  readonly isLate: boolean
}

/** How a retry ended, with a stable word; never a silent success. */
export type Followup =
  | { readonly type: 'following' }
  | { readonly type: 'verified' }
  /** It went on, and stands elsewhere without a proof. */
  | { readonly type: 'notVerified'; readonly reason: string }
  | { readonly type: 'stillFailing'; readonly reason: string }

/** Until one of these is left, a report is neither registered nor known not to be. */
const unproven: ReadonlySet<PlaceName> = new Set([
  'awaitingTurn',
  'initiating',
  'validating',
  'saving',
  'awaitingRegister',
  'readingBack',
  'settling',
  'readingBackAgain',
])

/** Where a report comes to rest without being registered. */
const elsewhere: ReadonlySet<PlaceName> = new Set([
  'drafting',
  'confirmingReceipt',
  'confirmingQueued',
  'deciding',
  'withdrawn',
])

const conversation: ReadonlySet<Effect['type']> = new Set([
  'initiate',
  'validate',
  'save',
  'readBack',
  'settle',
  'pollQueue',
])

/** Only what has got past the step that failed is verified. */
export function follow({ cause, repeated, now, isLate }: Followed): Followup {
  const met = causeOf(now)
  if (met?.word === cause) return { type: 'stillFailing', reason: cause }
  if (met) return { type: 'notVerified', reason: met.word }
  const place = placeOf(now)
  const isReport = repeated.some(({ type }) => conversation.has(type))
  const isOpen = repeated.some(({ id }) => id in now.context.open)
  if (isOpen || (isReport && unproven.has(place)))
    return isLate ? { type: 'notVerified', reason: place } : { type: 'following' }
  if (isReport && elsewhere.has(place)) return { type: 'notVerified', reason: place }
  return { type: 'verified' }
}
