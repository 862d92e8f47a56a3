import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { givenBack } from './given-back.ts'

const pnr = '0101900001'
const [first, second, third] = ['1', '2', '3'].map((last) => `2026110112000000000${last}`)
const home = (houseNumber: string) => ({ municipalityCode: '0851', houseNumber })

const former = row('address', home('001'), {
  start: '20000101',
  end: '20200101',
  timestamp: first ?? '',
})
const own = row('address', home('003'), { start: '20200101', timestamp: second ?? '' })
const late = row('address', home('002'), {
  start: '20150101',
  end: '20200101',
  timestamp: third ?? '',
})
const cut = { ...former, end: '20150101' }
const before = viewOf(person(pnr, [own, former]))
const reported = viewOf(person(pnr, [own, cut, { ...late, timestamp: '' }]))

test('what gave way to a late row has its time again', () => {
  const now = viewOf(person(pnr, [own, late, cut]))
  const back = givenBack(now, { before, reported, own: { person: pnr, row: late } })
  expect(back?.people[pnr]?.rows).toEqual([own, { ...late, end: late.start, mark: 'A' }, former])
})

test('a row beside it that changed since keeps its time', () => {
  const now = viewOf(person(pnr, [own, late, { ...cut, end: '20140101' }]))
  expect(givenBack(now, { before, reported, own: { person: pnr, row: late } })).toBeUndefined()
})
