import { catalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { chartOf } from './chart-of.ts'
import { traitsOf } from './chart/traits.ts'
import { arrowsOf } from './testing/arrows.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { explore } from './testing/explore.ts'
import { likenessOf, oneOfEach, sliceAround, standingAmong } from './testing/likeness.ts'
import { applying, unavailable } from './testing/offers.ts'
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
  // Three at once and in every order are enough: what comes of a child that returns, two have shown.
  const few = { undoes: false, childrenReturn: regions.length < 3 }
  if (regions.length > 1) return [{ ...calm, ...few }, ...apart]
  return [
    calm,
    ...apart,
    { ...calm, undoes: false, laterFaults: true },
    { ...calm, undoes: false, followOns: regions.map((one) => applying(one, ['1', '2'])) },
    { ...calm, undoes: false, followOns: regions.map((one) => applying(one, [])) },
  ]
}

/** The catalogue's own, each likeness once: what one of its events waits for may be three others. */
const fromCatalogue = [...oneOfEach(catalogue.flatMap(slicesOf)).entries()]
  .filter(([likeness]) => !Object.values(slices).some((one) => likenessOf(one) === likeness))
  .map(([, one]) => [one.followOns.map(({ key }) => key).join(' + '), one] as const)

function slicesOf(definition: EventDefinition): readonly EventDefinition[] {
  return traitsOf(definition).regions.map((one) => sliceAround(one, definition))
}

const searched = [...Object.entries(slices), ...fromCatalogue].map(([name, definition]) => ({
  name,
  definition,
  explored: worldsOf(definition).map((world) => explore(definition, world)),
}))

describe.each(searched)('$name', ({ definition, explored }) => {
  test('no way ends where nothing can be done', () => {
    expect(explored.flatMap(({ deadEnds }) => deadEnds)).toEqual([])
  })

  test('every state of a follow-on is reached', () => {
    const met = new Set(explored.flatMap((one) => [...one.met.keys()]))
    const regions = chartOf(definition).states.filter(({ id }) => id.includes('/followOns/'))
    expect(regions.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
  })
})

/** What each kind of follow-on can do, over all slices that hold one. */
interface Arrows {
  readonly drawn: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

function arrowsByKind(): ReadonlyMap<string, Arrows> {
  const kinds = new Map<string, Arrows>()
  for (const { definition, explored } of searched) {
    const { regions } = traitsOf(definition)
    const drawn = arrowsOf(chartOf(definition))
    const taken = explored.flatMap((one) => [...one.taken])
    for (const one of regions) {
      const { kind } = standingAmong(one, regions)
      const known = kinds.get(kind)
      const more = { drawn: arrowsIn(drawn, one.key), taken: arrowsIn(taken, one.key) }
      kinds.set(kind, known ? joined(known, more) : more)
    }
  }
  return kinds
}

function arrowsIn(arrows: readonly string[], key: string): ReadonlySet<string> {
  const place = `work/accepted/followOns/${key}/`
  const inside = arrows.filter((arrow) => arrow.includes(place))
  return new Set(inside.map((arrow) => arrow.replaceAll(place, '')))
}

function joined(one: Arrows, other: Arrows): Arrows {
  return {
    drawn: new Set([...one.drawn, ...other.drawn]),
    taken: new Set([...one.taken, ...other.taken]),
  }
}

/** Arrows that no case takes, and why they are drawn: a notice is drawn with every place that it could lead to. */
const untaken: Readonly<Record<string, string>> = {
  'open caseSettled offered': 'one that has settled is enough where any will do',
  'open caseSettled ended/notNeeded': 'the same, of what the register wrote itself',
}

test.each([...arrowsByKind()])(
  'every arrow of a follow-on that is %s is taken or has a reason',
  (_, arrows) => {
    const left = [...arrows.drawn].filter((arrow) => !arrows.taken.has(arrow))
    expect(left.filter((arrow) => !(arrow in untaken))).toEqual([])
  },
)
