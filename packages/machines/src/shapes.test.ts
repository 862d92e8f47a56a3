import { catalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { chartOf } from './chart-of.ts'
import { traitsOf } from './chart/traits.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { explore } from './testing/explore.ts'
import { applying, shapeOf, unavailable } from './testing/offers.ts'
import { quietWorld } from './testing/world.ts'
import type { World } from './testing/world.ts'

/** Every shape of follow-on with what it waits for or replaces: what lies between more of them, walks look at. */
const naming = followOn('naming', { mode: 'required' })
const paternity = followOn('paternity', { mode: 'conditional', whenTrue: 'required' })

const slices: Readonly<Record<string, EventDefinition>> = {
  'one that is required': eventWith([naming]),
  'one that is offered': eventWith([followOn('protection')]),
  'one that is derived': eventWith([followOn('widowhood', { mode: 'derived' })]),
  'one that is a case apart': eventWith([followOn('note', { separateCase: true })]),
  'a required one apart': eventWith([
    followOn('note', { mode: 'conditional', whenTrue: 'required', separateCase: true }),
  ]),
  'one after a required one': eventWith([naming, followOn('church', { after: ['naming'] })]),
  'one after an offered one': eventWith([
    followOn('name-change'),
    followOn('addressing-name', { after: ['name-change'] }),
  ]),
  'a required one after another': eventWith([
    paternity,
    followOn('parental-authority', {
      mode: 'conditional',
      whenTrue: 'required',
      after: ['paternity'],
    }),
  ]),
  'two that rule each other out': eventWith([
    paternity,
    followOn('co-maternity', { alternativeTo: 'paternity' }),
  ]),
}

function worldsOf(definition: EventDefinition): readonly World[] {
  const { regions } = traitsOf(definition)
  const calm: World = {
    ...quietWorld,
    mode: 'derived',
    followOns: regions.map((one) => applying(one)),
  }
  const apart = regions.map((one) => ({ ...calm, followOns: [unavailable(one)] }))
  if (regions.length > 1) return [{ ...calm, undoes: false }, ...apart]
  return [
    calm,
    ...apart,
    { ...calm, undoes: false, laterFaults: true },
    { ...calm, undoes: false, followOns: regions.map((one) => applying(one, ['1', '2'])) },
  ]
}

describe.each(Object.entries(slices))('%s', (_, definition) => {
  const explored = worldsOf(definition).map((world) => explore(definition, world))

  test('no way ends where nothing can be done', () => {
    expect(explored.flatMap(({ deadEnds }) => deadEnds)).toEqual([])
  })

  test('every state of a follow-on is reached', () => {
    const met = new Set(explored.flatMap((one) => [...one.met]))
    const regions = chartOf(definition).states.filter(({ id }) => id.includes('/followOns/'))
    expect(regions.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
  })
})

test('every shape in the catalogue is one of these', () => {
  const searched = shapesIn(Object.values(slices))
  expect(shapesIn(catalogue).filter((shape) => !searched.includes(shape))).toEqual([])
})

function shapesIn(definitions: readonly EventDefinition[]): readonly string[] {
  return definitions.flatMap((one) => traitsOf(one).regions.map((region) => shapeOf(region, one)))
}
