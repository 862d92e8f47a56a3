import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { row } from '../testing/rows.ts'
import { stampsSince, writersOf } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

const person = '0101900001'
const [first, second, third] = ['1', '2', '3'].map((last) => `2026110112000000000${last}`)

const save = (of: Partial<WrittenByCase>): WrittenByCase => ({
  caseId: 'a',
  authority: '0851',
  event: 'name-change',
  data: {},
  expected: [],
  output: {},
  ...of,
})
const corrects = (caseId: string, timestamp = '', TIMSTP = '') =>
  save({ caseId, event: 'name.correct-current', data: { timestamp }, output: { TIMSTP } })

test('each correction leads from one stamp to the next', () => {
  const written = [corrects('b', first, second), corrects('c', second, third)]
  expect(stampsSince([first ?? ''], written)).toEqual([third, second, first])
  expect(stampsSince([third ?? ''], written)).toEqual([third])
})

test('an undo names the stamp that it found', () => {
  expect(stampsSince([first ?? ''], [corrects('b', first, first)])).toEqual([first])
})

const change: ExpectedChange = {
  pnr: person,
  party: 'person',
  entity: 'name',
  change: 'append',
  columns: { lastName: 'Holm' },
  before: {},
  startBefore: null,
  start: '20261101',
  end: null,
  derivedMark: null,
}
const holm = row('name', { lastName: 'Holm' }, { start: '20261101', timestamp: first ?? '' })

test('who wrote a row is known by its stamp', () => {
  const written = [save({ caseId: 'b', output: { TIMSTP: first ?? '' } })]
  expect(writersOf([{ person, row: holm }], written)).toEqual(['b'])
})

test('who wrote a row on another is known by what it says', () => {
  const written = [save({ caseId: 'b', expected: [change] }), save({ caseId: 'c' })]
  expect(writersOf([{ person, row: holm }], written)).toEqual(['b'])
  expect(writersOf([{ person: '0101900002', row: holm }], written)).toEqual([])
})

test('a stamp tells two that said the same apart', () => {
  const written = [
    save({ caseId: 'b', expected: [change], output: { TIMSTP: second ?? '' } }),
    save({ caseId: 'c', expected: [change], output: { TIMSTP: first ?? '' } }),
  ]
  expect(writersOf([{ person, row: holm }], written)).toEqual(['c'])
})

test('who ended a row is known by its end', () => {
  const ends: ExpectedChange = { ...change, change: 'end', before: change.columns, end: '20261110' }
  const written = [save({ caseId: 'b', expected: [ends] })]
  expect(writersOf([{ person, row: { ...holm, end: '20261110' } }], written)).toEqual(['b'])
  expect(writersOf([{ person, row: holm }], written)).toEqual([])
})
