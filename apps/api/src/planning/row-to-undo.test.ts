import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { rowToUndo } from './row-to-undo.ts'

const pnr = '0101900001'
const stamp = '20261101120000000001'
const named = row('name', { lastName: 'Ny' }, { start: '20261101', timestamp: stamp })

const report = { person: pnr, entity: 'name', changes: [], stamps: [stamp] } as const

test('the row is found by its exact stamp', () => {
  expect(rowToUndo(report, viewOf(person(pnr, [named])))).toEqual({ type: 'row', row: named })
})

test('a row marked before needs no undoing', () => {
  const marked = { ...named, mark: 'A', end: named.start } as const
  expect(rowToUndo(report, viewOf(person(pnr, [marked])))).toEqual({ type: 'undone' })
})

test('a later row of the same kind buries it', () => {
  const later = row(
    'name',
    { lastName: 'Nyere' },
    { start: '20261110', timestamp: '20261110120000000001' },
  )
  const ended = { ...named, end: '20261110' }
  expect(rowToUndo(report, viewOf(person(pnr, [later, ended]))).type).toBe('buried')
})

test('a row of another save is not taken for it', () => {
  const other = { ...named, timestamp: '20261101120000000009' }
  expect(rowToUndo(report, viewOf(person(pnr, [other]))).type).toBe('missing')
})

test('a number no longer valid cannot be maintained', () => {
  expect(rowToUndo(report, viewOf(person(pnr, [named], '60'))).type).toBe('deadNumber')
})
