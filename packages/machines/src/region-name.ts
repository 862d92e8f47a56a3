import { nameOf } from '@sagsgang/events'
import type { FollowOn, Text } from '@sagsgang/events'

import { eventOf } from './chart/traits.ts'

/** What a follow-on is called: the event that it opens, and for whom. */
export function regionName(one: FollowOn): Text {
  const name = nameOf(eventOf(one))
  return { da: `${name.da} (${one.for.da})`, en: `${name.en} (${one.for.en})` }
}
