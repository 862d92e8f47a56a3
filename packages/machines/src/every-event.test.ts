import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { chartOf } from './chart-of.ts'
import { traitsOf } from './chart/traits.ts'
import { arrowsOf } from './testing/arrows.ts'
import { likenessOf, oneOfEach, outlineOf } from './testing/likeness.ts'
import { aloneWorldsOf, courseWorldsOf, exploreAll, reportingWorlds } from './testing/worlds.ts'

const all = [...catalogue, ...maintenanceCatalogue]

/** Charts that are alike are searched once; that they are alike is asserted, not assumed. */
const charts = [...oneOfEach(all).values()]

const isFollowOn = (id: string) => id.includes('/followOns')
const isOwn = (id: string) => !isFollowOn(id)

/** What a chart has beside its follow-ons: which of its parts there are at all. */
function ownTraits(definition: EventDefinition): string {
  const { regions: _, ...own } = traitsOf(definition)
  return JSON.stringify(own)
}

/** The smallest chart of each kind of course of its own. */
const courses = new Map(
  charts
    .toSorted((one, other) => other.followOns.length - one.followOns.length)
    .map((one) => [ownTraits(one), one] as const),
)

/** Arrows that no case takes, and why they are drawn. */
const untaken: Readonly<Record<string, string>> = {
  'work/accepted/course/completed  work/accepted/course/held':
    'where follow-ons gate, the gate lies before it and takes the case first',
  'work/accepted/course/completed  work/accepted/course/awaitingFollowOns':
    'where only what the register wrote itself gates, nothing comes back that could be due again',
}

const named = (definition: EventDefinition) => [definition.id, definition] as const

test('charts of one likeness are one chart', () => {
  const outlines = new Map(charts.map((one) => [likenessOf(one), outlineOf(one)]))
  for (const one of all) expect(outlineOf(one), one.id).toBe(outlines.get(likenessOf(one)))
})

test('charts of one kind differ in follow-ons alone', () => {
  const outlines = new Map([...courses].map(([traits, one]) => [traits, outlineOf(one, isOwn)]))
  for (const one of all) expect(outlineOf(one, isOwn), one.id).toBe(outlines.get(ownTraits(one)))
})

/** What the register answers, from the case's turn on, on a shortest way to each state of a report. */
const shortestWays: Readonly<Record<string, string>> = {
  awaitingDay: '',
  awaitingTurn: '',
  initiating: 'turnGiven',
  validating: 'turnGiven initiated',
  saving: 'turnGiven initiated validated',
  confirmingReceipt: 'turnGiven warned',
  awaitingRegister: 'turnGiven initiated validated queued',
  confirmingQueued: 'turnGiven initiated validated queued warned',
  partlyReported: 'turnGiven initiated validated saved refused',
  reconciling: 'turnGiven initiated validated unknown',
  'reconciling/readingBack': 'turnGiven initiated validated unknown',
  'reconciling/settling': 'turnGiven initiated validated unknown absent',
  'reconciling/readingBackAgain': 'turnGiven initiated validated unknown absent settled',
  deciding: 'turnGiven initiated validated unknown absent settled absent',
}

describe.each([...courses.values()].map(named))('the course of %s', (_, definition) => {
  const chart = chartOf(definition)
  const explored = exploreAll(definition, [...reportingWorlds, ...courseWorldsOf(definition)])

  test('no way ends where nothing can be done', () => {
    expect(explored.deadEnds).toEqual([])
  })

  test('every state of its own is reached', () => {
    const ids = chart.states.map(({ id }) => id).filter(isOwn)
    expect(ids.filter((id) => !explored.met.has(id))).toEqual([])
  })

  test('every arrow is taken or has a reason', () => {
    const left = arrowsOf(chart)
      .filter(isOwn)
      .filter((arrow) => !explored.taken.has(arrow))
    expect(left.filter((arrow) => !(arrow in untaken))).toEqual([])
  })

  test('every state of a report is few words away', () => {
    const place = 'work/reporting/'
    const ways = [...explored.met].filter(([id]) => id.startsWith(place))
    const said = ways.map(([id, words]) => [id.slice(place.length), words.slice(4).join(' ')])
    expect(Object.fromEntries(said)).toEqual(shortestWays)
  })
})

describe.each(charts.filter(({ followOns }) => followOns.length > 0).map(named))(
  '%s with one follow-on at a time',
  (_, definition) => {
    const chart = chartOf(definition)
    const explored = exploreAll(definition, aloneWorldsOf(definition))

    test('no way ends where nothing can be done', () => {
      expect(explored.deadEnds).toEqual([])
    })

    test('every state of its follow-ons is reached', () => {
      const ids = chart.states.map(({ id }) => id).filter(isFollowOn)
      expect(ids.filter((id) => !explored.met.has(id))).toEqual([])
    })
  },
)
