import type { ExpectedChange } from '@sagsgang/events'
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

test('a former row put right since does not bury it', () => {
  const former = row(
    'name',
    { lastName: 'Rettet' },
    { start: '20250101', end: '20261101', timestamp: '20261110120000000001' },
  )
  const now = viewOf(person(pnr, [named, former]))
  expect(rowToUndo(report, now)).toEqual({ type: 'row', row: named })
  const ofSameDay = viewOf(person(pnr, [named, { ...former, start: named.start }]))
  expect(rowToUndo(report, ofSameDay)).toEqual({ type: 'row', row: named })
})

test('a row of another save is not taken for it', () => {
  const other = { ...named, timestamp: '20261101120000000009' }
  expect(rowToUndo(report, viewOf(person(pnr, [other]))).type).toBe('missing')
})

const protectedUntil = row(
  'protection',
  { protectionType: '00001' },
  { start: '20261101', end: '20270101', timestamp: stamp },
)

const written: ExpectedChange = {
  pnr,
  party: 'person',
  entity: 'protection',
  change: 'append',
  columns: protectedUntil.columns,
  before: {},
  startBefore: null,
  start: '20261101',
  end: '20270101',
  derivedMark: null,
}

test('a row that ends as reported is not buried', () => {
  const planned = { ...report, entity: 'protection', changes: [written] } as const
  const now = viewOf(person(pnr, [protectedUntil]))
  expect(rowToUndo(planned, now)).toEqual({ type: 'row', row: protectedUntil })
  const open = { ...planned, changes: [{ ...written, end: null }] }
  expect(rowToUndo(open, now).type).toBe('buried')
  const ended = { ...written, change: 'end', before: written.columns } as const
  expect(rowToUndo({ ...planned, changes: [ended], stamps: [] }, now).type).toBe('row')
})

test('what was ended and stands again needs no undoing', () => {
  const ended = { ...written, change: 'end', before: written.columns } as const
  const sought = { ...report, entity: 'protection', changes: [ended] } as const
  const again = viewOf(person(pnr, [{ ...protectedUntil, end: null }]))
  expect(rowToUndo(sought, again).type).toBe('undone')
  const anew = { ...sought, changes: [ended, { ...written, end: null }] }
  expect(rowToUndo(anew, again).type).toBe('row')
})

test('what no lookup shows tells no row apart', () => {
  const order = row(
    'relocationOrder',
    { vacateBy: '20261224' },
    { start: '20261101', timestamp: stamp },
  )
  const columns = { vacateBy: '20261224', reason: '01' }
  const changes = [{ ...written, entity: 'relocationOrder', columns, end: null } as const]
  const sought = { ...report, entity: 'relocationOrder', changes, stamps: [] } as const
  expect(rowToUndo(sought, viewOf(person(pnr, [order]))).type).toBe('row')
})

test('a number no longer valid cannot be maintained', () => {
  expect(rowToUndo(report, viewOf(person(pnr, [named], '60'))).type).toBe('deadNumber')
})

test('a row put right by others is known by its proof', () => {
  const proof = { ...named, end: named.start, mark: 'K' } as const
  const right = { ...named, columns: { lastName: 'Rettet' }, timestamp: '20261105120000000001' }
  const now = viewOf(person(pnr, [right, proof]))
  expect(rowToUndo(report, now)).toEqual({ type: 'row', row: right })
})

test('an end whose day was put right is its own', () => {
  const ending = { ...written, change: 'end', before: protectedUntil.columns } as const
  const right = { ...protectedUntil, end: '20261225', timestamp: '20261105120000000001' }
  const stamps = [right.timestamp, stamp]
  const ended = { ...report, entity: 'protection', changes: [ending], stamps } as const
  expect(rowToUndo(ended, viewOf(person(pnr, [right])))).toEqual({ type: 'row', row: right })
  const bySomebody = { ...ended, stamps: [stamp] }
  const changed = viewOf(person(pnr, [{ ...right, timestamp: stamp }]))
  expect(rowToUndo(bySomebody, changed).type).toBe('buried')
})

const at = (start: string, last: number) => ({ start, timestamp: `2026111012000000000${last}` })

test('a row put right in its day and then in its words is found', () => {
  const first = { ...named, mark: 'K', end: named.start } as const
  const second = row(
    'name',
    { lastName: 'Ny' },
    { ...at('20261030', 1), mark: 'K', end: '20261030' },
  )
  const right = row('name', { lastName: 'Nye' }, at('20261030', 2))
  const now = viewOf(person(pnr, [right, second, first]))
  expect(rowToUndo(report, now)).toEqual({ type: 'row', row: right })
})
