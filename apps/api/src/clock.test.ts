import { expect, test } from 'vitest'

import { createClock, dayOf, endOfDay, startOfDay } from './clock.ts'

test('a day begins at midnight in Denmark', () => {
  expect(startOfDay('20261123').toISOString()).toBe('2026-11-22T23:00:00.000Z')
  expect(startOfDay('20260701').toISOString()).toBe('2026-06-30T22:00:00.000Z')
})

test('both nights of changing clocks end one day later', () => {
  expect(startOfDay('20260329').toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(endOfDay('20260329').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(endOfDay('20261025').toISOString()).toBe('2026-10-25T23:00:00.000Z')
  expect(endOfDay('20240229').toISOString()).toBe('2024-02-29T23:00:00.000Z')
})

test('the day follows the clock of the register', () => {
  const ahead = createClock(() => 20 * 86_400_000)
  expect(ahead.today()).toBe(dayOf(new Date(Date.now() + 20 * 86_400_000)))
})
