import { findDefinition } from '@sagsgang/events'
import type { FollowOn, Text } from '@sagsgang/events'

import { eventOf } from './chart/traits.ts'

/** What a follow-on is called: the event that it opens, and for whom. One that is not in the catalogue has its id. */
export function regionName(one: FollowOn): Text {
  const event = eventOf(one)
  const name = findDefinition(event)?.name ?? { da: event, en: event }
  return { da: `${name.da} (${one.for.da})`, en: `${name.en} (${one.for.en})` }
}
