import type { EventDefinition } from '@sagsgang/events'

import { isRequired, traitsOf } from '../chart/traits.ts'
import { explore } from './explore.ts'
import type { Explored } from './explore.ts'
import { applying, unavailable } from './offers.ts'
import { quietWorld } from './world.ts'
import type { World } from './world.ts'

/** The report with all that can go wrong and a parent that stops it, and several reports of which a later one fails. */
export const reportingWorlds: readonly World[] = [
  { ...quietWorld, reports: 2, hasParent: true, reportFaults: true, undoes: false },
  { ...quietWorld, reports: 2, hasParent: true, refusesLater: true },
]

/** A case whose rows stand, with all that can go wrong; then with one follow-on, stopped or undone on the way. */
export function courseWorldsOf(definition: EventDefinition): readonly World[] {
  const standing: World = { ...quietWorld, mode: 'derived' }
  const gating = traitsOf(definition).regions.filter(({ separateCase }) => !separateCase)
  const followOns = gating.slice(0, 1).map((one) => applying(one))
  return [
    { ...standing, hasParent: true, laterFaults: true, corrects: true },
    { ...standing, followOns },
    { ...standing, hasParent: true, undoes: false, followOns },
  ]
}

/** None applying, each applying alone, and each that must be reported where this catalogue cannot open it. */
export function aloneWorldsOf(definition: EventDefinition): readonly World[] {
  const { regions } = traitsOf(definition)
  const elsewhere = regions.filter(isRequired).map(unavailable)
  const alone = [...regions.map((one) => applying(one)), ...elsewhere].map((one) => [one])
  return [[], ...alone].map((followOns) => ({
    ...quietWorld,
    mode: 'derived',
    undoes: false,
    followOns,
  }))
}

/** What several searches met between them. */
export function exploreAll(
  definition: EventDefinition,
  worlds: readonly World[],
): Pick<Explored, 'met' | 'taken' | 'deadEnds'> {
  const explored = worlds.map((world) => explore(definition, world))
  return {
    met: new Map(explored.toReversed().flatMap(({ met }) => [...met])),
    taken: new Set(explored.flatMap(({ taken }) => [...taken])),
    deadEnds: explored.flatMap(({ deadEnds }) => deadEnds),
  }
}
