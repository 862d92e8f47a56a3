import { causeOf } from './cause-of.ts'
import type { Owner } from './owners.ts'
import { placeOf } from './places.ts'
import type { PlaceName } from './places.ts'
import type { Context, Snapshot } from './snapshot.ts'

/** Who must act next, and by when. `text` of what it waits for is `waitsFor`’s. */
export interface Standing {
  readonly owner: Owner
  readonly due: Due
}

/**
 * How long it may stand, from when it came to stand so, and the date that the law or the case itself sets: the earlier of
 * the two counts, so that no habit of the house outlasts a legal deadline.
 */
export interface Due {
  readonly hours: number | null
  /** YYYYMMDD. */
  readonly date: string | null
}

type Waiting = readonly [owner: Owner, hours: number]

/** Nothing is to happen: the case is over. Optional follow-ons of a completed one lapse by themselves. */
type Rest = null

const bySelf: Waiting = ['operator', 1]
const day = 24

const waits: Readonly<Record<PlaceName, Waiting | Rest>> = {
  drafting: ['caseworkers', 14 * day],
  form: bySelf,
  lookingUp: bySelf,
  register: bySelf,
  replaced: null,
  confirming: ['caseworkers', 7 * day],
  // Until the day itself, which stands in the case.
  awaitingDay: ['caseworkers', day],
  awaitingTurn: ['caseworkers', 3 * day],
  initiating: bySelf,
  validating: bySelf,
  saving: bySelf,
  confirmingReceipt: ['caseworkers', 3 * day],
  awaitingRegister: ['register', 3 * day],
  confirmingQueued: ['caseworkers', day],
  readingBack: bySelf,
  settling: ['register', 2],
  readingBackAgain: bySelf,
  deciding: ['senior', day],
  partlyReported: ['senior', day],
  offering: bySelf,
  verifying: bySelf,
  awaitingFollowOns: ['caseworkers', 30 * day],
  completed: null,
  halting: ['caseworkers', day],
  planning: bySelf,
  compensating: ['caseworkers', day],
  verifyingUndo: bySelf,
  partlyUndone: ['senior', day],
  stoppingUndo: ['caseworkers', day],
  undone: null,
  waiting: ['caseworkers', day],
  withdrawn: null,
}

/** Null where the case waits for nothing. A cause wins over the place: it says what keeps the case there. */
export function standingOf(snapshot: Snapshot): Standing | null {
  const { context } = snapshot
  const place = placeOf(snapshot)
  const cause = causeOf(snapshot)
  const legal = legalDate(context)
  if (cause) return { owner: cause.owner, due: { hours: cause.hours, date: legal } }
  const waiting = waits[place]
  if (waiting === null) return null
  const [owner, hours] = waiting
  if (place === 'awaitingDay') return { owner, due: { hours: null, date: context.reportOn } }
  return { owner, due: { hours, date: legal } }
}

/** The earliest deadline that still runs or has passed; one that has been met is of no interest. */
export function legalDate({ deadlines, overdue, open }: Context): string | null {
  const running = Object.values(open).flatMap(({ payload }) =>
    'deadline' in payload ? [{ id: payload.deadline, followOn: payload.followOn }] : [],
  )
  const counting = [...running, ...overdue]
  const [earliest = null] = deadlines
    .filter((one) =>
      counting.some(({ id, followOn }) => id === one.id && followOn === one.followOn),
    )
    .map(({ date }) => date)
    .toSorted()
  return earliest
}
