import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { chartFingerprint, chartOf } from './chart-of.ts'
import { isRequired, traitsOf } from './chart/traits.ts'
import { explore } from './testing/explore.ts'
import { applying, unavailable } from './testing/offers.ts'
import { quietWorld } from './testing/world.ts'
import type { World } from './testing/world.ts'

/** One of each chart: the maintenance operations share theirs. */
const charts = new Map(
  [...catalogue, ...maintenanceCatalogue].map((one) => [shapeOf(one), one] as const),
)

function shapeOf(definition: EventDefinition): string {
  return definition.kind.type === 'event' ? definition.id : chartFingerprint(definition)
}

/** The report with all that can go wrong, the course with all that can, and each follow-on applying alone. */
function worldsOf(definition: EventDefinition): readonly World[] {
  const { regions } = traitsOf(definition)
  const calm: World = { ...quietWorld, mode: 'derived', undoes: false }
  const elsewhere = regions.filter(isRequired).map(unavailable)
  const offers = [...regions.map((one) => applying(one)), ...elsewhere]
  return [
    { ...quietWorld, reports: 2, reportFaults: true, undoes: false },
    { ...quietWorld, mode: 'derived', hasParent: true, laterFaults: true },
    ...offers.map((one) => ({ ...calm, followOns: [one] })),
  ]
}

describe.each([...charts.values()].map((one) => [one.id, one] as const))('%s', (_, definition) => {
  const explored = worldsOf(definition).map((world) => explore(definition, world))

  test('no way ends where nothing can be done', () => {
    expect(explored.flatMap(({ deadEnds }) => deadEnds)).toEqual([])
  })

  test('every state of its chart is reached', () => {
    const met = new Set(explored.flatMap((one) => [...one.met]))
    const ids = chartOf(definition).states.map(({ id }) => id)
    expect(ids.filter((id) => !met.has(id))).toEqual([])
  })
})
