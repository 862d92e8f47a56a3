import { expect, test } from 'vitest'

import { birthDateOf, isPnr, maskPnr, passesModulus11, sexOf, unknownPnr } from './pnr.ts'

/** The public table, by the seventh digit and the year, written out anew. */
function centuryBy(digit: number, year: number): string {
  if (digit <= 3) return '19'
  if (digit === 4 || digit === 9) return year <= 36 ? '20' : '19'
  return year <= 57 ? '20' : '18'
}

const combinations = Array.from({ length: 1000 }, (_, index) => ({
  digit: Math.floor(index / 100),
  year: index % 100,
}))

test('every digit and year gives its century', () => {
  const wrong = combinations.filter(({ digit, year }) => {
    const yy = String(year).padStart(2, '0')
    return birthDateOf(`0101${yy}${digit}001`) !== `${centuryBy(digit, year)}${yy}0101`
  })
  expect(wrong).toEqual([])
})

test.each([
  ['0709614096', true],
  ['6709614096', false],
  ['3102614096', false],
  [unknownPnr, false],
  ['070961409', false],
  ['2902000001', false],
  ['2902004001', true],
])('a number counts only with a real date (%#)', (pnr, isOne) => {
  expect(isPnr(pnr)).toBe(isOne)
})

test('the last digit tells women from men', () => {
  expect([sexOf('0709614096'), sexOf('0709614231')]).toEqual(['K', 'M'])
})

test('the check digit is a hint that later numbers fail', () => {
  expect([passesModulus11('0709614096'), passesModulus11('0709614097')]).toEqual([true, false])
})

test('a masked number keeps only its date', () => {
  expect(maskPnr('0101901234')).toBe('010190-••••')
})
