import { expect, test } from 'vitest'

import { createRandom } from './random.ts'

const draws = (seed: number) => {
  const random = createRandom(seed)
  return Array.from({ length: 200 }, () => random.between(0, 9))
}

test('the same seed draws the same, another does not', () => {
  expect(draws(5)).toEqual(draws(5))
  expect(draws(5)).not.toEqual(draws(6))
  expect(new Set(draws(5))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})
