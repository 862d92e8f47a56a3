import { expect, test } from 'vitest'

import { createStorm } from './rotation-storm.ts'

const storms = Array.from({ length: 100 }, (_, index) => index + 1)
const rotationsOfEach = 100

test('ten thousand rotations lock nobody out', { timeout: 600_000 }, async () => {
  const sum = { rotations: 0, hours: 0, grants: 0, deaths: 0, lost: 0, late: 0 }
  for (const seed of storms) {
    const { rotateOnce, seen } = createStorm(seed)
    for (let count = 0; count < rotationsOfEach; count++) {
      sum.hours += await rotateOnce().catch((error: unknown) => {
        throw new Error(`storm ${seed}, rotation ${count}`, { cause: error })
      })
      sum.rotations += 1
      expect({ seed, ...seen }).toMatchObject({ seed, isLocked: false })
      expect(seen.mostWrong, `storm ${seed}, rotation ${count}`).toBeLessThanOrEqual(2)
    }
    for (const what of ['grants', 'deaths', 'lost', 'late'] as const) sum[what] += seen[what]
  }
  expect(sum.rotations).toBe(10_000)
  // Each came to an end, nearly always without anybody's help.
  expect(sum.grants).toBeLessThan(50)
  // Else the weather was too fine to prove anything.
  expect(Math.min(sum.deaths, sum.lost)).toBeGreaterThan(3_000)
  expect(sum.late).toBeGreaterThan(500)
})
