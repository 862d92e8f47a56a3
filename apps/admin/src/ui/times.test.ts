import { expect, test } from 'vitest'

import { showDate, showMoment, showRecent } from './times.ts'

const now = new Date('2026-11-23T08:00:00Z')

test('a moment is shown as it was in Denmark', () => {
  expect(showMoment('2026-11-22T23:30:00Z')).toBe('23-11-2026 00.30')
  expect(showMoment('2026-07-01T10:05:00Z')).toBe('01-07-2026 12.05')
})

test('today and yesterday are called by name', () => {
  expect(showRecent('2026-11-22T23:30:00Z', now, 'da')).toBe('I dag 00.30')
  expect(showRecent('2026-11-22T14:58:00Z', now, 'en')).toBe('Yesterday 15.58')
  expect(showRecent('2026-11-20T14:58:00Z', now, 'da')).toBe('20-11-2026 15.58')
})

test('dates of the register read day first', () => {
  expect(showDate('20261129')).toBe('29-11-2026')
  expect(showDate('2026-11-29')).toBe('29-11-2026')
  expect(showDate('ukendt')).toBe('ukendt')
})
