import { getDefinition } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'

import { causeOf, isRepeatable } from './cause-of.ts'
import { commandsOf } from './commands-of.ts'
import { ownerNames } from './owners.ts'
import { isFinal, isStuck, placeOf, places } from './places.ts'
import type { Snapshot } from './snapshot.ts'
import { standingOf } from './standing-of.ts'
import { explore } from './testing/explore.ts'
import { marriage } from './testing/marriage.ts'
import { courseWorldsOf, reportingWorlds } from './testing/worlds.ts'
import { waitsFor } from './waits-for.ts'

/** One that gates on follow-ons, one that is alone, and one that is replaced by a case on former data. */
const definitions = [marriage, getDefinition('addressing-name'), getDefinition('move')]

const foundIn = (definition: EventDefinition): readonly Snapshot[] =>
  [...reportingWorlds, ...courseWorldsOf(definition)].flatMap(
    (world) => explore(definition, world).found,
  )

const found = new Map(definitions.map((one) => [one, foundIn(one)]))
const all = [...found.values()].flat()

test('every place that a case rests in is walked', () => {
  const met = new Set(all.map(placeOf))
  expect(Object.keys(places).filter((place) => ![...met].some((one) => one === place))).toEqual([])
})

test('a case is over, or somebody must act by some time', () => {
  for (const snapshot of all) {
    const standing = standingOf(snapshot)
    const isOver = isFinal(snapshot) || placeOf(snapshot) === 'completed'
    if (standing === null) {
      expect([isOver, isStuck(snapshot)], placeOf(snapshot)).toEqual([true, false])
      continue
    }
    expect(ownerNames[standing.owner].en).not.toBe('')
    const { hours, date } = standing.due
    expect(hours ?? date, placeOf(snapshot)).not.toBeNull()
  }
})

test('what a case waits for is named in both languages', () => {
  for (const [definition, snapshots] of found)
    for (const snapshot of snapshots) {
      const { da, en } = waitsFor(definition, snapshot)
      expect(Math.min(da.length, en.length), placeOf(snapshot)).toBeGreaterThan(3)
    }
})

describe('a stuck case', () => {
  const stuck = [...found].flatMap(([definition, snapshots]) =>
    snapshots.filter(isStuck).map((snapshot) => ({ definition, snapshot })),
  )

  test('has a cause with a word, an owner and a remedy', () => {
    expect(stuck.length).toBeGreaterThan(50)
    for (const { snapshot } of stuck) {
      const cause = causeOf(snapshot)
      expect(cause?.word).toMatch(/^[A-Za-z]+(\.[\w-]+)?$/)
      expect(cause?.remedy.da).not.toBe(cause?.remedy.en)
      expect(standingOf(snapshot)?.owner).toBe(cause?.owner)
    }
  })

  test('is resumed just where its cause can be repeated', () => {
    for (const { definition, snapshot } of stuck) {
      const resume = commandsOf(definition, snapshot).find(({ type }) => type === 'resume')
      const word = causeOf(snapshot)?.word ?? ''
      expect([word, resume?.allowed]).toEqual([word, isRepeatable(word)])
    }
  })
})

const failedWith = (failed: string): Snapshot => {
  const first = all.find((snapshot) => causeOf(snapshot)?.word === 'lookUp.unreachable')
  if (first === undefined) throw new Error('no lookup failed on the way')
  const open = Object.entries(first.context.open).map(([id, one]) => [id, { ...one, failed }])
  return { ...first, context: { ...first.context, open: Object.fromEntries(open) } }
}

test.each([
  ['timeout', 'lookUp.timeout', 'operator'],
  ['signOnRefused', 'lookUp.signOnRefused', 'operator'],
  ['receipt 4455', 'lookUp.receipt4455', 'caseworkers'],
  ['gone from the waiting queue', 'lookUp.goneFromQueue', 'register'],
  ['duplicateSuspected', 'lookUp.duplicateSuspected', 'senior'],
  ['TypeError', 'lookUp.TypeError', 'operator'],
  ['Some sentence about somebody', 'lookUp.failed', 'operator'],
])('the reason %s makes its own group', (failed, word, owner) => {
  expect(causeOf(failedWith(failed))).toMatchObject({ word, owner })
})

test('a legal deadline counts beside the time of the house', () => {
  const snapshot = all.find((one) => placeOf(one) === 'awaitingFollowOns')
  if (snapshot === undefined) throw new Error('nothing waits for its follow-ons')
  const deadlines = [{ id: 'naming', date: '20270101', followOn: 'x', effect: 'stuck' as const }]
  const payload = { deadline: 'naming', date: '20270101', followOn: 'x' }
  const open = { '1/0': { type: 'deadline', slot: 'deadline:x', payload } as const }
  const running = { ...snapshot, context: { ...snapshot.context, deadlines, open } }
  expect(standingOf(running)?.due).toEqual({ hours: 720, date: '20270101' })
  const ended = { ...running, context: { ...running.context, open: {} } }
  expect(standingOf(ended)?.due.date).toBeNull()
})
