import { expect, test } from 'vitest'

import { measureRestarts } from '../testing/killed-product.ts'

test('ten thousand open cases keep no start waiting', { timeout: 240_000 }, async () => {
  const { few, many } = await measureRestarts(10_000)
  // Five seconds are promised; a test shares its machine, and is then as slow with few cases as with many.
  expect(many).toBeLessThan(Math.max(15_000, 1.5 * few + 2_000))
})
