import { expect, test } from 'vitest'

import { countResults, resultOf } from './resume-batch.ts'

test.each([
  ['stuck', 'failing'],
  ['completed', 'verified'],
  ['followOns', 'verified'],
  ['reporting', 'notVerified'],
] as const)('a resumed case that is %s counts as %s', (status, type) => {
  expect(resultOf(status)).toEqual({ type })
})

test('results are counted in three kinds', () => {
  const results = {
    a: { type: 'verified' },
    b: { type: 'running' },
    c: { type: 'notVerified' },
    d: { type: 'failing' },
    e: { type: 'refused', error: null },
  } as const
  expect(countResults(results)).toEqual({ verified: 1, running: 2, failing: 2 })
})
