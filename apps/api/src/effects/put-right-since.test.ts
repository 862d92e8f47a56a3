import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { asPutRightSince } from './put-right-since.ts'

const pnr = '0101900001'
const timestamp = '20250101120000000001'
const name = (lastName: string, more: Partial<Parameters<typeof row>[2]> = {}) =>
  row('name', { lastName }, { start: '20250101', timestamp, ...more })

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

const left = (change: ExpectedChange, ...rows: readonly ReturnType<typeof row>[]) =>
  asPutRightSince([change], viewOf(person(pnr, rows)))

test('a row whose proof says what it said is not looked for', () => {
  expect(left(givenBack, name('Lind'), name('Lund', { mark: 'K', end: '20250101' }))).toEqual([])
})

test('without that proof the row has to stand', () => {
  expect(left(givenBack, name('Lind'))).toEqual([givenBack])
  for (const other of [name('Lund', { mark: 'A' }), name('Land', { mark: 'K' })])
    expect(left(givenBack, other)).toEqual([givenBack])
  const ended = { ...givenBack, change: 'end' } as const
  expect(left(ended, name('Lund', { mark: 'K' }))).toEqual([ended])
})

test('the day that a separation names is its marriage’s to say', () => {
  const columns = { civilStatusReference: '202611030000' }
  const separation = { ...givenBack, entity: 'separation', columns } as const
  expect(left(separation)).toEqual([{ ...separation, columns: {} }])
})
