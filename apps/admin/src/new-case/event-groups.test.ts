import { expect, test } from 'vitest'

import { byGroup, type EventSummary, matches } from './event-groups.ts'

const event = (id: string, group: string, place: number): EventSummary => ({
  event: id,
  name: { da: `dansk ${id}`, en: `english ${id}` },
  group: { id: group, name: { da: `om ${group}`, en: `about ${group}` }, place },
  service: 'DNXX1',
  primary: true,
  secondary: false,
  reporters: [],
  mayOpen: true,
  fields: 1,
  rules: 1,
  followOns: 0,
})

test('groups stand in the order of the catalogue', () => {
  const groups = byGroup([event('a', 'late', 2), event('b', 'early', 1), event('c', 'late', 2)])
  expect(groups.map(({ group, events }) => [group.id, events.map((one) => one.event)])).toEqual([
    ['early', ['b']],
    ['late', ['a', 'c']],
  ])
})

test.each(['DANSK A', 'english a', 'dnxx', 'about late'])('an event is found by %s', (words) => {
  expect(matches(event('a', 'late', 2), words)).toBe(true)
  expect(matches(event('a', 'late', 2), `${words} not`)).toBe(false)
})
