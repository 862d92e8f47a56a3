import { expect, test } from 'vitest'

import { addWeekdays, easterOf, holidaysOf, isWeekday } from './holidays.ts'

test.each([
  [1999, '19990404'],
  [2008, '20080323'],
  [2011, '20110424'],
  [2024, '20240331'],
  [2038, '20380425'],
])('Easter falls where almanacs put it (%i)', (year, easter) => {
  expect(easterOf(year)).toBe(easter)
})

test('the general prayer day is a holiday until 2023', () => {
  expect([isWeekday('20230505'), isWeekday('20240426')]).toEqual([false, true])
})

test('ten holidays stand in the years since then', () => {
  expect(holidaysOf(2026)).toEqual([
    '20260101',
    '20260402',
    '20260403',
    '20260405',
    '20260406',
    '20260514',
    '20260524',
    '20260525',
    '20261225',
    '20261226',
  ])
})

test('weekdays are counted past weekends and holidays', () => {
  expect(addWeekdays('20261120', 2)).toBe('20261124')
  expect(addWeekdays('20261223', 2)).toBe('20261228')
})
