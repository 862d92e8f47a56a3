import { expect, test } from 'vitest'

import { danishDate, danishTime } from './dates.ts'

test('the clock tells the time in Denmark', () => {
  const told = [
    Date.UTC(2026, 10, 23, 9, 5, 7, 12),
    Date.UTC(2026, 6, 1, 9, 59, 59, 999),
    Date.UTC(2026, 6, 1, 10),
    // An hour is told twice when summer ends.
    Date.UTC(2026, 9, 25, 0, 30),
    Date.UTC(2026, 9, 25, 1, 30),
    Date.UTC(2026, 11, 31, 23),
  ].map(danishTime)
  expect(told).toEqual([
    '20261123100507',
    '20260701115959',
    '20260701120000',
    '20261025023000',
    '20261025023000',
    '20270101000000',
  ])
  expect(danishDate(Date.UTC(2026, 6, 1, 22))).toBe('20260702')
})
