import type { EventDefinition, Text } from '@sagsgang/events'

import { causeOf } from './cause-of.ts'
import { followOnsOf } from './follow-ons-of.ts'
import { placeOf, places } from './places.ts'
import type { Snapshot } from './snapshot.ts'

/** The next thing that has to happen, for a person to read. */
export function waitsFor(definition: EventDefinition, snapshot: Snapshot): Text {
  const cause = causeOf(snapshot)
  if (cause) return cause.text
  const place = placeOf(snapshot)
  return place === 'awaitingFollowOns' ? unfinished(definition, snapshot) : places[place].next
}

function unfinished(definition: EventDefinition, snapshot: Snapshot): Text {
  const left = followOnsOf(definition, snapshot).filter((one) => isUnfinished(one.state))
  return {
    da: `Venter på: ${left.map(({ name }) => name.da).join(', ')}`,
    en: `Waits for: ${left.map(({ name }) => name.en).join(', ')}`,
  }
}

function isUnfinished(state: string): boolean {
  return state === 'due' || state === 'open'
}
