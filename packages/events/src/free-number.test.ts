import { expect, test } from 'vitest'

import { freeNumber } from './free-number.ts'
import { birthDateOf, passesModulus11, sexOf } from './pnr.ts'

test.each([
  ['19900102', 'K'],
  ['20150623', 'M'],
  ['18990101', 'K'],
])('a number of %s and %s says so', (birthDate, sex) => {
  const pnr = freeNumber({ birthDate, sex }, []) ?? ''
  expect([birthDateOf(pnr), sexOf(pnr), passesModulus11(pnr)]).toEqual([birthDate, sex, true])
})

test('nobody is given the number of another', () => {
  const of = { birthDate: '19900102', sex: 'K' }
  const first = freeNumber(of, []) ?? ''
  expect(freeNumber(of, [first])).not.toBe(first)
})

test('numbers that fail the check digit come last', () => {
  const of = { birthDate: '19900102', sex: 'K' }
  const taken: string[] = []
  for (;;) {
    const next = freeNumber(of, taken)
    if (next === null || !passesModulus11(next)) break
    taken.push(next)
  }
  expect(taken.length).toBeGreaterThan(100)
  expect(freeNumber(of, taken)).not.toBeNull()
})
