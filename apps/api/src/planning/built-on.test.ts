import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { builtOn } from './built-on.ts'

const pnr = '0101900001'
const stamps = ['20261101120000000001']
const [first, second, third] = ['1', '2', '3'].map((last) => `2026110112000000000${last}`)

const home = { municipalityCode: '0851', streetCode: '8511', houseNumber: '021' }
const away = { municipalityCode: '0101', streetCode: '0100', houseNumber: '007' }

const moved: ExpectedChange = {
  pnr,
  party: 'person',
  entity: 'address',
  change: 'append',
  columns: home,
  before: away,
  startBefore: '20200101',
  start: '20261101',
  end: null,
  derivedMark: null,
}
const ended: ExpectedChange = {
  ...moved,
  entity: 'supplementaryAddress',
  change: 'end',
  columns: { line1: 'Hos Berg' },
  before: { line1: 'Hos Berg' },
  start: '20250101',
  end: '20261101',
}
const old = row('address', away, { start: '20200101', end: '20261101', timestamp: first ?? '' })
const own = row('address', home, { start: '20261101', timestamp: second ?? '' })
const builtOnIn = (change: ExpectedChange, ...rows: Parameters<typeof person>[1]) =>
  builtOn({ changes: [change], stamps }, viewOf(person(pnr, rows))).map((one) => one.row)

test('rows as the save left them bear nothing', () => {
  expect(builtOnIn(moved, own, old)).toEqual([])
})

test('a row that took the place of its own is named', () => {
  const later = row('address', away, { start: '20261110', timestamp: third ?? '' })
  expect(builtOnIn(moved, later, { ...own, end: '20261110' }, old)).toEqual([later])
})

test('the row before has given way to another since', () => {
  const cut = { ...old, end: '20240101' }
  expect(builtOnIn(moved, own, cut)).toEqual([cut])
})

test('the same said again on one day is its own', () => {
  const again = { ...moved, before: home, startBefore: '20261101' }
  const without = { ...own, end: '20261101', timestamp: first ?? '' }
  expect(builtOnIn(again, without, own)).toEqual([])
})

test('what it ended ends on another day by now', () => {
  const lines = row(
    'supplementaryAddress',
    { line1: 'Hos Berg' },
    {
      start: '20250101',
      end: '20261101',
      timestamp: first ?? '',
    },
  )
  expect(builtOnIn(ended, lines)).toEqual([])
  expect(builtOnIn(ended, { ...lines, end: null })).toHaveLength(1)
})

test('a row that was put right is as good as it was', () => {
  const report = { changes: [moved], stamps: [third ?? '', ...stamps] }
  const gone = { ...own, end: '20261110' }
  expect(builtOn(report, viewOf(person(pnr, [gone, old])))).toEqual([])
})
