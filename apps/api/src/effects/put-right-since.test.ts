import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { isPutRightSince } from './put-right-since.ts'

const pnr = '0101900001'
const name = (lastName: string, more: Parameters<typeof row>[2] = {}) =>
  row('name', { lastName }, { start: '20250101', ...more })

const givenBack: ExpectedChange = {
  pnr,
  party: 'person',
  entity: 'name',
  change: 'append',
  columns: { lastName: 'Lund' },
  before: {},
  startBefore: null,
  start: '20250101',
  end: null,
  derivedMark: null,
}

const seen = (...rows: readonly ReturnType<typeof row>[]) =>
  isPutRightSince(givenBack, viewOf(person(pnr, rows)))

test('a row whose proof says what it said was put right', () => {
  expect(seen(name('Lind'), name('Lund', { mark: 'K', end: '20250101' }))).toBe(true)
})

test('without that proof the row has to stand', () => {
  expect(seen(name('Lind'))).toBe(false)
  expect(seen(name('Lind'), name('Lund', { mark: 'A', end: '20250101' }))).toBe(false)
  expect(seen(name('Lind'), name('Land', { mark: 'K', end: '20250101' }))).toBe(false)
  expect(isPutRightSince({ ...givenBack, change: 'end' }, viewOf(person(pnr, [])))).toBe(false)
})
