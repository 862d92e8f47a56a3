import { expect, test } from 'vitest'

import { notReached, unreachable, wanted } from './reach.ts'

test('what was never met is named, one by one', () => {
  const met = Object.fromEntries(wanted.slice(1).map((key) => [key, 3]))
  expect(notReached(met)).toEqual(['save is sending'])
  expect(notReached({ ...met, 'save is sending': 0 })).toEqual(['save is sending'])
  expect(notReached({ ...met, 'save is sending': 1 })).toEqual([])
})

test('nothing is both wanted and out of reach', () => {
  expect(wanted.filter((key) => unreachable.includes(key))).toEqual([])
  expect(new Set(wanted).size).toBe(wanted.length)
})
