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
    a: { number: '1', result: { type: 'verified' } },
    b: { number: '2', result: { type: 'running' } },
    c: { number: '3', result: { type: 'notVerified' } },
    d: { number: '4', result: { type: 'failing' } },
    e: { number: '5', result: { type: 'refused', error: null } },
  } as const
  expect(countResults(results)).toEqual({ verified: 1, running: 2, failing: 2 })
})
