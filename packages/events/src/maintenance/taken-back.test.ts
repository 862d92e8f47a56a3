import { expect, test } from 'vitest'

import type { RegisterRow } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import type { PersonView } from '../register-view.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { takenBack } from './taken-back.ts'

function person(pnr: string, rows: readonly RegisterRow[], status: string = '01'): PersonView {
  return { ...aPerson(pnr, { status }), rows }
}

const wedding = '20261101120000000001'
const unmarried = row(
  'civilStatus',
  { civilStatus: 'U', spousePersonnummer: null },
  { start: '19900101', end: '20261101', timestamp: '19900101000000000001' },
)
const married = (spouse: string) =>
  row(
    'civilStatus',
    { civilStatus: 'G', spousePersonnummer: spouse },
    { start: '20261101', timestamp: wedding },
  )

const wed = (pnr: string, spouse: string): ExpectedChange => ({
  pnr,
  party: 'person',
  entity: 'civilStatus',
  change: 'append',
  columns: { civilStatus: 'G', spousePersonnummer: spouse },
  before: unmarried.columns,
  startBefore: unmarried.start,
  start: '20261101',
  end: null,
  derivedMark: null,
})
const save = {
  person: '0101900001',
  row: married('0101900002'),
  changes: [wed('0101900001', '0101900002'), wed('0101900002', '0101900001')],
}

test('undoing marks the row and reopens the former', () => {
  const now = viewOf(
    person('0101900001', [married('0101900002'), unmarried]),
    person('0101900002', [married('0101900001'), unmarried]),
  )
  const after = takenBack(now, save)
  const rows = after.people['0101900002']?.rows ?? []
  expect(rows.map(({ mark, end }) => [mark, end])).toEqual([
    ['A', '20261101'],
    [null, null],
  ])
})

test('of rows that ended that day the last reopens', () => {
  const dead = row(
    'civilStatus',
    { civilStatus: 'D', spousePersonnummer: '0101900002' },
    { start: '20261101', timestamp: '20261101130000000001' },
  )
  const wife = { ...married('0101900002'), end: '20261101' }
  const died = { ...wed('0101900001', ''), columns: dead.columns, before: wife.columns }
  const now = viewOf(person('0101900001', [dead, wife, unmarried]))
  const after = takenBack(now, { person: '0101900001', row: dead, changes: [died] })
  expect(after.people['0101900001']?.rows.map(({ mark, end }) => [mark, end])).toEqual([
    ['A', '20261101'],
    [null, null],
    [null, '20261101'],
  ])
})

test('rows of other saves are left alone', () => {
  const later = row(
    'name',
    { lastName: 'Ny' },
    { start: '20261102', timestamp: '20261102090000000001' },
  )
  const now = viewOf(person('0101900001', [later, married('0101900002'), unmarried]))
  const [first] = takenBack(now, save).people['0101900001']?.rows ?? []
  expect(first).toEqual(later)
})

const nothing = { person: '', row: unmarried }

const change: ExpectedChange = {
  pnr: '0101900001',
  party: 'person',
  entity: 'person',
  change: 'set',
  columns: { status: '90' },
  before: { status: '01' },
  startBefore: null,
  start: null,
  end: null,
  derivedMark: null,
}

test('a status that was set is set back', () => {
  const now = viewOf(person('0101900001', [], '90'))
  const after = takenBack(now, { ...nothing, changes: [change] })
  expect(after.people['0101900001']?.status).toBe('01')
})

test('a row that the save ended is open again', () => {
  const protection = row(
    'protection',
    { protectionType: '00001' },
    { start: '20200101', end: '20261101', timestamp: '20200101000000000001' },
  )
  const ended: ExpectedChange = {
    ...change,
    entity: 'protection',
    change: 'end',
    columns: protection.columns,
    before: protection.columns,
    end: '20261101',
  }
  const now = viewOf(person('0101900001', [protection]))
  const after = takenBack(now, { ...nothing, changes: [ended] })
  expect(after.people['0101900001']?.rows[0]?.end).toBeNull()
})

const planned = '20270101'
const lent = row(
  'contactAddress',
  { line1: 'Lund' },
  { start: '20200101', end: '20261101', timestamp: '20200101000000000002' },
)

function rowsAfter(changed: Partial<ExpectedChange>, ...rows: readonly RegisterRow[]) {
  const changes = [{ ...change, entity: 'contactAddress' as const, ...changed }]
  const made = { person: '0101900001', row: rows[0] ?? lent, changes }
  const after = takenBack(viewOf(person('0101900001', rows)), made)
  return after.people['0101900001']?.rows.map(({ columns, mark, end }) => [
    columns['line1'],
    mark,
    end,
  ])
}

test('a row keeps the end that was planned', () => {
  const ended = { change: 'end', columns: lent.columns, before: lent.columns } as const
  expect(rowsAfter({ ...ended, end: '20261101', endBefore: planned }, lent)).toEqual([
    ['Lund', null, planned],
  ])
  const later = row(
    'contactAddress',
    { line1: 'Malmö' },
    { start: '20261101', timestamp: '20261101000000000003' },
  )
  const written = { change: 'append', columns: later.columns, before: lent.columns } as const
  const times = { start: '20261101', startBefore: '20200101', endBefore: planned }
  expect(rowsAfter({ ...written, ...times }, later, lent)).toEqual([
    ['Malmö', 'A', '20261101'],
    ['Lund', null, planned],
  ])
})

test('an ended row put right since stays right', () => {
  const right = { ...lent, columns: { ...lent.columns, line1: 'Lunden' } }
  const ended = { change: 'end', columns: lent.columns, before: lent.columns } as const
  expect(rowsAfter({ ...ended, end: '20261101' }, right)).toEqual([['Lunden', null, null]])
  const proof = { ...lent, mark: 'K', end: lent.start } as const
  expect(rowsAfter({ ...ended, end: '20261101' }, right, proof)?.[1]).toEqual([
    'Lund',
    'K',
    lent.start,
  ])
})

test('a first row that has followed a correction goes too', () => {
  const first = { change: 'set', columns: { line1: 'Lund' }, before: { line1: null } } as const
  const followed = { ...lent, columns: { ...lent.columns, line1: 'Lunden' }, end: null }
  expect(rowsAfter(first, followed)).toEqual([['Lunden', 'A', lent.start]])
})

test('an annulled row is given back', () => {
  const annulled = { ...lent, end: lent.start, mark: 'A' } as const
  const gone = { change: 'annul', columns: lent.columns, before: lent.columns } as const
  expect(rowsAfter({ ...gone, start: lent.start, end: lent.start }, annulled)).toEqual([
    ['Lund', null, null],
  ])
})

test('only the row that was written over is set back', () => {
  const notes = ['01', '02'].map((noteNumber) =>
    row(
      'note',
      { noteNumber, noteText: 'ny' },
      { start: '20200101', timestamp: `202001010000000000${noteNumber}` },
    ),
  )
  const set: ExpectedChange = {
    ...change,
    entity: 'note',
    columns: { noteNumber: '02', noteText: 'ny' },
    before: { noteNumber: '02', noteText: 'før' },
  }
  const after = takenBack(viewOf(person('0101900001', notes)), { ...nothing, changes: [set] })
  expect(after.people['0101900001']?.rows.map(({ columns }) => columns['noteText'])).toEqual([
    'ny',
    'før',
  ])
})

test('the number of an undone birth is annulled', () => {
  const created: ExpectedChange = { ...change, change: 'create', before: {} }
  const after = takenBack(viewOf(person('0101900001', [])), { ...nothing, changes: [created] })
  expect(after.people['0101900001']?.status).toBe('30')
})

test('a number points again where it pointed, in no row', () => {
  const [closed, valid] = ['0101900001', '0101900002']
  const own = row('person', { status: '01' })
  const set = (
    columns: RegisterRow['columns'],
    before: RegisterRow['columns'],
  ): ExpectedChange => ({
    ...wed(closed, valid),
    entity: 'person',
    change: 'set',
    columns,
    before,
    startBefore: own.start,
  })
  const changes = [
    set({ status: '01' }, { status: '60' }),
    set({ validPersonnummer: null }, { validPersonnummer: valid }),
  ]
  const after = takenBack(viewOf(person(closed, [own])), { person: closed, row: own, changes })
  expect(after.people[closed]).toMatchObject({
    status: '60',
    validPnr: valid,
    rows: [{ columns: { status: '60' } }],
  })
  expect(after.people[closed]?.rows[0]?.columns).not.toHaveProperty('validPersonnummer')
})
