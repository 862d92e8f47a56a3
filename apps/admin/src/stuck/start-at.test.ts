import { expect, test } from 'vitest'

import { startAt } from './start-at.ts'

const at = (written: string, now: string) => startAt(written, new Date(now))?.toISOString()

test.each([
  ['06.30', '2026-11-23T20:00:00Z', '2026-11-24T05:30:00.000Z'],
  ['23.15', '2026-11-23T20:00:00Z', '2026-11-23T22:15:00.000Z'],
  ['7:05', '2026-07-01T02:00:00Z', '2026-07-01T05:05:00.000Z'],
  ['21.00', '2026-11-23T20:00:30Z', '2026-11-24T20:00:00.000Z'],
])('%s is the next time that clocks show it', (written, now, found) => {
  expect(at(written, now)).toBe(found)
})

test.each([
  ['2026-10-24T20:00:00Z', '2026-10-25T05:30:00.000Z'],
  ['2027-03-27T20:00:00Z', '2027-03-28T04:30:00.000Z'],
])('a night in which the clocks change is seen through', (now, found) => {
  expect(at('06.30', now)).toBe(found)
})

test.each(['', '24.00', '6', '06.60', 'halv syv'])('"%s" is no time of day', (written) => {
  expect(at(written, '2026-11-23T20:00:00Z')).toBeUndefined()
})
