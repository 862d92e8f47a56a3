import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { lifeOfItsOwn } from './life-of-its-own.ts'

const pnr = '0101900001'
const stamp = '20261101120000000001'
const corrected = '20261102120000000001'

const change = (of: Partial<ExpectedChange>): ExpectedChange => ({
  pnr,
  party: 'person',
  entity: 'name',
  change: 'append',
  columns: {},
  before: {},
  startBefore: null,
  start: '20261101',
  end: null,
  derivedMark: null,
  ...of,
})

const given = change({ entity: 'person', change: 'create', columns: { status: '01' } })
const named = change({ columns: { lastName: 'Holm' } })
const own = row('name', { lastName: 'Holm' }, { start: '20261101', timestamp: stamp })
const report = { changes: [given, named], stamps: [corrected, stamp] }
const later = '20261103120000000001'
const isBuiltOn = (...rows: Parameters<typeof person>[1]) =>
  lifeOfItsOwn(report, viewOf(person(pnr, rows))).length > 0

test('what the report wrote is no life of its own', () => {
  expect(isBuiltOn(own)).toBe(false)
})

test('a row of another report is one the same day', () => {
  const child = { relation: 'child', personnummer: '0101100001' }
  const kin = row('kinship', child, { start: '20100101', timestamp: later })
  expect(isBuiltOn(own, kin)).toBe(true)
  expect(isBuiltOn(own, { ...kin, mark: 'A' })).toBe(false)
})

test('a row that says something else by now is one', () => {
  const other = { ...own, columns: { lastName: 'Berg' } }
  expect(isBuiltOn({ ...other, timestamp: later })).toBe(true)
  expect(isBuiltOn({ ...other, timestamp: corrected })).toBe(false)
})

test('a row that was put right is its own still', () => {
  const right = { ...own, columns: { lastName: 'Berg' }, timestamp: later }
  expect(isBuiltOn(right, { ...own, end: own.start, mark: 'K' })).toBe(false)
})

test('what an authority keeps on somebody is none', () => {
  const note = row('note', { noteText: 'Post retur' }, { start: '20261101', timestamp: later })
  expect(isBuiltOn(own, note)).toBe(false)
})

test('a number that was there before may have anything', () => {
  const moved = { changes: [named], stamps: [] }
  const other = row('church', { churchRelation: 'F' }, { start: '20261101', timestamp: later })
  expect(lifeOfItsOwn(moved, viewOf(person(pnr, [own, other])))).toEqual([])
})
