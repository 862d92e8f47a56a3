import type { EventDefinition, FollowOn } from '@sagsgang/events'

import { chartOf } from '../chart-of.ts'
import { eventOf, isRequired, traitsOf } from '../chart/traits.ts'
import { arrowsOf } from './arrows.ts'
import { eventWith } from './definition.ts'

/** Two events whose definitions say the same about the shape of their charts, whatever they are called. */
export function likenessOf(definition: EventDefinition): string {
  const { regions, ...own } = traitsOf(definition)
  return JSON.stringify([own, regions.map((one) => standingAmong(one, regions))])
}

/** What distinguishes a follow-on from another as far as a chart is concerned: its kind, and whom it looks at. */
export function standingAmong(one: FollowOn, regions: readonly FollowOn[]) {
  const places = (isMeant: (other: FollowOn) => boolean) =>
    regions.flatMap((other, place) => (other !== one && isMeant(other) ? [place] : []))
  return {
    kind: one.mode === 'derived' ? 'derived' : isRequired(one) ? 'required' : 'optional',
    separate: one.separateCase,
    after: places((other) => one.after.includes(eventOf(other))),
    partners: places(
      (other) => other.alternativeTo === eventOf(one) || one.alternativeTo === eventOf(other),
    ),
  }
}

/** A follow-on with those that it waits for and those that it stands in for, and nothing else. */
export function sliceAround(one: FollowOn, definition: EventDefinition): EventDefinition {
  const { regions } = traitsOf(definition)
  const isMeant = (other: FollowOn) =>
    one.after.includes(eventOf(other)) ||
    other.alternativeTo === eventOf(one) ||
    one.alternativeTo === eventOf(other)
  return eventWith(regions.filter((other) => other === one || isMeant(other)))
}

/** One chart for each likeness. */
export function oneOfEach(
  definitions: readonly EventDefinition[],
): ReadonlyMap<string, EventDefinition> {
  return new Map(definitions.toReversed().map((one) => [likenessOf(one), one]))
}

/** A chart's states and arrows as text, its follow-ons called by their places: alike charts give the same. */
export function outlineOf(
  definition: EventDefinition,
  isMeant: (id: string) => boolean = () => true,
): string {
  const chart = chartOf(definition)
  const states = chart.states.filter(({ id }) => isMeant(id))
  const arrows = { ...chart, transitions: chart.transitions.filter(({ from }) => isMeant(from)) }
  const lines = [
    ...states.map(({ id, kind, initial }) => `${id} ${kind} ${initial}`),
    ...arrowsOf(arrows),
  ]
  const keys = traitsOf(definition).regions.map(({ key }) => key)
  const anonymous = (line: string) =>
    line.replaceAll(/followOns\/([^/ ]+)/g, (_, key: string) => `followOns/${keys.indexOf(key)}`)
  return lines.map(anonymous).toSorted().join('\n')
}
