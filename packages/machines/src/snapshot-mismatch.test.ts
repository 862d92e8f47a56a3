import { expect, test } from 'vitest'

import { advance } from './advance.ts'
import { SnapshotMismatch } from './snapshot-mismatch.ts'
import type { StateValue } from './snapshot.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { accepted, story } from './testing/story.ts'

const birth = eventWith([followOn('naming'), followOn('church')])
const { context } = accepted(story(birth)).snapshot
const assign = { type: 'assign', to: 'somebody' } as const

const ended = { ended: 'notNeeded' }
const work = (followOns: StateValue, course: StateValue = 'completed') => ({
  work: { accepted: { course, followOns } },
  health: 'well',
})

test('a snapshot that fits the chart is advanced', () => {
  const value = work({ 'naming@person': ended, 'church@person': ended })
  expect(advance(birth, { value, context }, assign).handled).toBe(true)
})

test.each<[string, StateValue]>([
  ['a missing region', work({ 'naming@person': ended })],
  ['an unknown region', work({ 'naming@person': ended, 'church@person': ended, 'x@y': ended })],
  ['an unknown state', work({ 'naming@person': 'asleep', 'church@person': ended })],
  [
    'a state that is not said to the end',
    work({ 'naming@person': 'ended', 'church@person': ended }),
  ],
  ['two states at once', { ...work({}), work: { drafting: {}, checking: 'form' } }],
  ['health alone', { health: 'well' }],
  ['no regions at all', 'work'],
])('%s is refused before anything happens', (_, value) => {
  expect(() => advance(birth, { value, context }, assign)).toThrow(SnapshotMismatch)
})

test('a context that lacks what every case has is refused', () => {
  const { takenBackBy: _, ...incomplete } = context
  const value = work({ 'naming@person': ended, 'church@person': ended })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as an older version stored it
  const broken = { value, context: incomplete as typeof context }
  expect(() => advance(birth, broken, assign)).toThrow('"takenBackBy"')
})

test('a context without its transition number is refused', () => {
  const { snapshot } = story(birth)
  const broken = { ...snapshot, context: { ...context, transition: Number.NaN } }
  expect(() => advance(birth, broken, assign)).toThrow(SnapshotMismatch)
})
