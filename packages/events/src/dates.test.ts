import { expect, test } from 'vitest'

import {
  addDays,
  addMonths,
  ageOn,
  compareDates,
  daysBetween,
  isPartialDate,
  isRealDate,
  lastDayOf,
  weekdayOf,
} from './dates.ts'

test.each([
  ['20240229', true],
  ['20230229', false],
  ['19000229', false],
  ['20000229', true],
  ['20251301', false],
  ['20250100', false],
  ['2025010', false],
])('the calendar says which dates are real (%s)', (date, isOne) => {
  expect(isRealDate(date)).toBe(isOne)
})

test('a date may lack its day or month', () => {
  expect(['19500000', '19500300', '19500305', '19501300'].map(isPartialDate)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('days are counted over months, years and leap days', () => {
  expect(addDays('20231231', 1)).toBe('20240101')
  expect(addDays('20240228', 2)).toBe('20240301')
  expect(addDays('20240301', -1)).toBe('20240229')
  expect(daysBetween('20230301', '20240301')).toBe(366)
})

test('months end on the last day they have', () => {
  expect([addMonths('20240131', 1), addMonths('20240831', 6), addMonths('20240331', -4)]).toEqual([
    '20240229',
    '20250228',
    '20231130',
  ])
})

test('somebody grows older on the birthday itself', () => {
  expect([ageOn('20061123', '20241122'), ageOn('20061123', '20241123')]).toEqual([17, 18])
})

test('an uncertain date compares as its first day', () => {
  expect(compareDates('19500000', '19500101')).toBe(0)
  expect(compareDates('19500000', '19500102')).toBe(-1)
  expect(lastDayOf('20240200')).toBe('20240229')
})

test('weekdays follow one another from a known Monday', () => {
  expect(weekdayOf('20261123')).toBe(1)
  expect(Array.from({ length: 7 }, (_, days) => weekdayOf(addDays('20240226', days)))).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ])
})
