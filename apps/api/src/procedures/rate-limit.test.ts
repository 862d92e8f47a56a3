import { expect, test } from 'vitest'

import { createRateLimit } from './rate-limit.ts'

test('a minute that is used up frees itself', () => {
  let now = 0
  const limit = createRateLimit(2, () => new Date(now))
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false])
  now = 60_001
  expect(limit.take('a')).toBe(true)
})

test('one user does not use up another', () => {
  const limit = createRateLimit(1, () => new Date(0))
  expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([true, true, false])
})
