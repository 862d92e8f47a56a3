import { nameOf } from '@sagsgang/events'
import type { EventDefinition, Text } from '@sagsgang/events'

import { causeOf } from './cause-of.ts'
import { followOnsOf } from './follow-ons-of.ts'
import { placeOf, places } from './places.ts'
import type { PlaceName } from './places.ts'
import type { Context, Snapshot } from './snapshot.ts'

/** The next thing that has to happen, for a person to read. */
export function waitsFor(definition: EventDefinition, snapshot: Snapshot): Text {
  const cause = causeOf(snapshot)
  if (cause) return cause.text
  const place = placeOf(snapshot)
  if (place === 'awaitingFollowOns') return unfinished(definition, snapshot)
  return ofOthers(place, snapshot.context) ?? places[place].next
}

const stopping: ReadonlySet<PlaceName> = new Set(['halting', 'stoppingUndo'])

/** What other cases have to do first, as far as it is known which. */
function ofOthers(place: PlaceName, context: Context): Text | undefined {
  if (stopping.has(place)) return awaited(context)
  return place === 'compensating' ? stepUnderWay(context) : undefined
}

function awaited({ awaited: { length } }: Context): Text | undefined {
  if (length === 0) return undefined
  return length === 1
    ? { da: 'Venter på, at en sag standser', en: 'Waits for a case to halt' }
    : { da: `Venter på, at ${length} sager standser`, en: `Waits for ${length} cases to halt` }
}

/** The case that carries it out stands in the plan. */
function stepUnderWay({ plan }: Context): Text | undefined {
  const index = plan.findIndex(({ state }) => state === 'running')
  const step = plan[index]
  if (!step) return undefined
  const name = nameOf(step.operation)
  const place = { da: `${index + 1} af ${plan.length}`, en: `${index + 1} of ${plan.length}` }
  return {
    da: `Venter på trin ${place.da}: ${name.da}`,
    en: `Waits for step ${place.en}: ${name.en}`,
  }
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
