import type { FollowOn } from '@sagsgang/events'
import { and, not, or, stateIn } from 'xstate'

import type { Command } from '../vocabulary.ts'
import { eventOf, isRequired, stateId } from './traits.ts'
import type { Traits } from './traits.ts'

/** What one region asks of its sister regions and of the course that runs beside them. */

/** Guards that look at more than one region, and at the message too: XState cannot type the two together. */
export type Composed = ReturnType<typeof stateIn>

/** A command about a follow-on, as its guards see it. */
interface Ordered<C extends 'openFollowOn' | 'waiveFollowOn'> {
  readonly event: Extract<Command, { type: C }>
}

const isOpen = (one: FollowOn) => stateIn(stateId(one, 'open'))

const isDue = (one: FollowOn) => stateIn(stateId(one, 'due'))

const isSettled = (one: FollowOn) => stateIn(stateId(one, 'settled'))

/** Nothing is being taken back: the primary stands. */
const isStanding = ({ isGated }: Traits) =>
  or([
    stateIn('#verifying'),
    stateIn('#completed'),
    ...(isGated ? [stateIn('#awaitingFollowOns')] : []),
  ])

/** One stands in for the other: whichever is chosen first rules the other out. */
export function partnersOf(one: FollowOn, { regions }: Traits): readonly FollowOn[] {
  const isPartner = (other: FollowOn) =>
    other.alternativeTo === eventOf(one) || one.alternativeTo === eventOf(other)
  return regions.filter((other) => other !== one && isPartner(other))
}

export const isReplaced = (partners: readonly FollowOn[]) => or(partners.map(isSettled))

/** The one it waits for has ended where it must, and is not under way where it may. */
const letsPass = (other: FollowOn) =>
  isRequired(other) ? stateIn(stateId(other, 'ended')) : not(isOpen(other))

/** It is available and wanted by somebody, the primary stands, what it waits for has ended, and its alternative is not taken. */
export function mayOpen(one: FollowOn, traits: Traits): Composed {
  const { key } = one
  const before = traits.regions.filter((o) => o !== one && one.after.includes(eventOf(o)))
  const partners = partnersOf(one, traits)
  return and([
    {
      type: 'isFor',
      params: ({ event }: Ordered<'openFollowOn'>) => ({ key, followOn: event.followOn }),
    },
    { type: 'isAvailable', params: { key } },
    {
      type: 'hasPerson',
      params: ({ event }: Ordered<'openFollowOn'>) => ({ ...event, key }),
    },
    isStanding(traits),
    ...before.map(letsPass),
    ...partners.map((other) => not(or([isOpen(other), isSettled(other)]))),
  ])
}

/** It may be let go as long as the primary stands; `also` says of which kind it must be. */
export function mayWaive(
  { key }: FollowOn,
  traits: Traits,
  also: 'isAvailable' | 'isUnavailable' | 'hasOnlyFailedOpenings',
): Composed {
  return and([
    {
      type: 'isFor',
      params: ({ event }: Ordered<'waiveFollowOn'>) => ({ key, followOn: event.followOn }),
    },
    { type: also, params: { key } },
    isStanding(traits),
  ])
}

/** Still to be opened where it must be, or under way. */
const holds = (one: FollowOn) => (isRequired(one) ? or([isDue(one), isOpen(one)]) : isOpen(one))

/** Nothing that must end is left, and nothing that was chosen is under way. */
export function isGateOpen({ regions }: Traits) {
  const gating = regions.filter(({ separateCase }) => !separateCase)
  return and(gating.map((one) => not(holds(one))))
}
