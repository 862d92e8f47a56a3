import { expect, test } from 'vitest'

import { actOf, factsOf, fitOf, type HistoryRow, latePlaceOf, overlaps } from './rows.ts'

const name = { da: 'dansk', en: 'english' }
const operation = (id: string, allowed: boolean) => ({ id, name, allowed })

const row = (start: string, end: string | null, more: Partial<HistoryRow> = {}): HistoryRow => ({
  person: '0101900000',
  entity: 'address',
  columns: {},
  start,
  end,
  mark: null,
  names: {},
  dataType: 'address',
  timestamp: start,
  current: end === null,
  documentedBy: null,
  content: {},
  foreign: [],
  operations: [],
  ...more,
})

test.each([
  ['name.correct-former', 'correct'],
  ['civil-status.undo-current', 'undo'],
  ['address.report-former', 'report'],
  ['move', null],
])('what %s does is told by its name', (id, act) => {
  expect(actOf({ id })).toBe(act)
})

test('a row is taken by the operation it allows', () => {
  const operations = [operation('name.correct-former', true), operation('name.undo-former', false)]
  expect(fitOf({ operations }, 'name.correct-former')).toEqual({ type: 'fits' })
  expect(fitOf({ operations }, 'name.correct-current')).toMatchObject({
    type: 'other',
    operation: { id: 'name.correct-former' },
  })
  expect(fitOf({ operations }, 'name.undo-former')).toMatchObject({
    type: 'not',
    operation: { id: 'name.undo-former' },
  })
  expect(fitOf({ operations: [] }, 'name.undo-former')).toEqual({ type: 'not' })
})

test('a row tells the columns that are filled in', () => {
  const columns = { municipalityCode: '0851', floor: null, door: ' ' }
  const names = { municipalityCode: { da: 'Aalborg Kommune', en: 'Aalborg' } }
  expect(factsOf({ columns, names })).toEqual([
    { column: 'municipalityCode', value: '0851', name: names.municipalityCode },
  ])
})

test('a late report falls between the rows beside it', () => {
  const rows = [
    row('20100101', null),
    row('20050101', '20050101', { mark: 'K' }),
    row('19900101', '20000101'),
    row('20120101', null, { entity: 'contactAddress' }),
  ]
  const { later, earlier } = latePlaceOf({ rows, late: 'address' }, '20030101')
  expect(later.map(({ start }) => start)).toEqual(['20100101'])
  expect(earlier.map(({ start }) => start)).toEqual(['19900101'])
})

test('without a day every row is later', () => {
  const rows = [row('19900101', '20000101'), row('20100101', null)]
  const { later, earlier } = latePlaceOf({ rows, late: 'address' }, '')
  expect(later.map(({ start }) => start)).toEqual(['20100101', '19900101'])
  expect(earlier).toEqual([])
})

test('rows that only touch a period do not overlap', () => {
  expect(overlaps(row('19900101', '20000101'), '20000101', '20010101')).toBe(false)
  expect(overlaps(row('20010101', null), '20000101', '20010101')).toBe(false)
  expect(overlaps(row('19900101', '20000102'), '20000101', '20010101')).toBe(true)
  expect(overlaps(row('19900101', null), '20000101', '20010101')).toBe(true)
})
