import type { EventDefinition, FollowOn } from '@sagsgang/events'

import { isRequired, traitsOf } from '../chart/traits.ts'
import type { OfferedFollowOn } from '../outcomes.ts'

/** A follow-on as its event offers it when it applies. */
export function applying(
  { key, ...one }: FollowOn,
  people: readonly string[] = ['1'],
): OfferedFollowOn {
  const chosen = isRequired({ key, ...one }) ? 'due' : 'offered'
  return { key, as: one.mode === 'derived' ? 'derived' : chosen, people }
}

/** The same where its event is not in the catalogue. */
export function unavailable(one: FollowOn): OfferedFollowOn {
  const { key, people } = applying(one)
  return { key, as: 'unavailable', people, required: isRequired(one), reason: 'eventNotAvailable' }
}

/** Every follow-on of an event, for these people. */
export function allApplying(
  definition: EventDefinition,
  people: readonly string[],
): readonly OfferedFollowOn[] {
  return traitsOf(definition).regions.map((one) => applying(one, people))
}
