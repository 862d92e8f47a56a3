import type { OpeningHours } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { createOpening } from './opening.ts'

const workday = [{ from: '07:00', until: '20:00' }]
const hours: OpeningHours = {
  week: [workday, workday, workday, workday, workday, [{ from: '02:30', until: '08:00' }], []],
  days: {
    '20261224': [{ from: '08:00', until: '12:00' }],
    '20260329': [{ from: '02:30', until: '08:00' }],
    '20261025': [{ from: '00:00', until: '02:30' }],
    '20270101': [],
  },
}

const isOpen = (moment: string, stated: OpeningHours | null = hours) =>
  createOpening(stated, { registerNow: () => new Date(moment) })()

test.each([
  // Winter: an hour ahead of UTC.
  ['2026-11-23T05:59:59Z', false],
  ['2026-11-23T06:00:00Z', true],
  ['2026-11-23T18:59:59Z', true],
  ['2026-11-23T19:00:00Z', false],
  // Summer: two hours.
  ['2026-07-01T05:00:00Z', true],
  ['2026-07-01T18:00:00Z', false],
  // Sunday, and days with hours of their own.
  ['2026-11-22T11:00:00Z', false],
  ['2026-12-24T11:30:00Z', false],
  ['2026-12-24T10:30:00Z', true],
  ['2027-01-01T10:00:00Z', false],
  // The hour from two to three is leapt over: the wall shows three, which is past half past two.
  ['2026-03-29T00:59:59Z', false],
  ['2026-03-29T01:00:00Z', true],
  // It comes twice: until half past two the first time, and again the second.
  ['2026-10-25T00:29:59Z', true],
  ['2026-10-25T00:30:00Z', false],
  ['2026-10-25T01:00:00Z', true],
  ['2026-10-25T01:30:00Z', false],
  // A leap day is a day.
  ['2028-02-29T12:00:00Z', true],
])('whether the register is open at %s is told: %s', (moment, expected) => {
  expect(isOpen(moment)).toBe(expected)
})

test('without stated hours it is never known to be closed', () => {
  expect(isOpen('2026-11-22T03:00:00Z', null)).toBe(true)
})
