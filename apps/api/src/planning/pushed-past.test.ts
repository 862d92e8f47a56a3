import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { pushedPast } from './pushed-past.ts'

const pnr = '0101900001'
const divorced = (start: string, end: string) =>
  viewOf(person(pnr, [row('civilStatus', { civilStatus: 'F' }, { start, end, timestamp: '' })]))

const idsOf = (after: ReturnType<typeof divorced>, day = '20261119') =>
  pushedPast(divorced('20261114', '20261118'), after, [day]).map(({ id }) => id)

test('a day after all that the row covered is refused', () => {
  expect(idsOf(divorced('20261119', '20261119'))).toEqual(['covers-row'])
})

test('a day within the row is taken', () => {
  expect(idsOf(divorced('20261116', '20261118'))).toEqual([])
  expect(idsOf(divorced('20261118', '20261118'), '20261118')).toEqual([])
  expect(idsOf(divorced('20261114', '20261119'))).toEqual([])
})

test('what lasts no day is moved whole', () => {
  const entered = divorced('20261114', '20261114')
  expect(pushedPast(entered, divorced('20261119', '20261119'), [])).toEqual([])
})

test('a row that began after its new end is refused', () => {
  expect(idsOf(divorced('20261114', '20261101'), '20261101')).toEqual(['covers-row'])
  expect(idsOf(divorced('20261114', '20261114'), '20261101')).toEqual(['covers-row'])
  expect(idsOf(divorced('20261114', '20261114'), '20261114')).toEqual([])
})
