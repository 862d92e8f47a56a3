import type { Entity } from '@sagsgang/events'
import { beforeEach, expect, test } from 'vitest'

import type { NewRow } from './draft.ts'
import { breachesOf } from './invariants.ts'
import { createPopulation } from './people/population.ts'
import { currentRow, rowsOf } from './rows.ts'
import { demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'

const bettina = '0709614096'
const married = '0702614082'
const child = '3006980014'

let store: Store
beforeEach(() => {
  const people = createPopulation({ population: 0, seed: 1 }, '20261123', demoAccount)
  store = createStore(people, () => Date.UTC(2026, 10, 23, 12))
})

/** What would be wrong with somebody who had this row as well. */
function breachesWith(pnr: string, row: NewRow): readonly string[] {
  const draft = store.draft({ code: null, authority: '0851' })
  draft.append(pnr, row)
  const person = draft.find(pnr)
  return person === undefined ? [] : breachesOf(person, draft).map(({ says }) => says)
}

/** The same, of a row that began or ended on another day. */
function breachesMoved(pnr: string, entity: Entity, to: { start?: string; end?: string }) {
  const draft = store.draft({ code: null, authority: '0851' })
  const person = draft.find(pnr)
  const row = person && currentRow(person, entity)
  if (row !== undefined) draft.change(pnr, row, to)
  const changed = draft.find(pnr)
  return changed === undefined ? [] : breachesOf(changed, draft).map(({ says }) => says)
}

test('nothing is wrong with anybody to begin with', () => {
  expect([...store.all()].flatMap((person) => breachesOf(person, store))).toEqual([])
})

const past = { start: '20200101', end: '20210101' }
const kin = { name: null, birthDate: null }

const wrongRows: readonly (readonly [string, string, NewRow])[] = [
  ['two address rows overlap', bettina, { entity: 'address', columns: {}, ...past }],
  ['a marked row with a length', bettina, { entity: 'address', columns: {}, ...past, mark: 'K' }],
  [
    'a separation outside its marriage',
    child,
    { entity: 'separation', columns: { civilStatusReference: '202001010000' }, ...past },
  ],
  [
    'a shared residence before there was any',
    child,
    { entity: 'sharedResidence', columns: {}, start: '20190331', end: '20200101' },
  ],
  [
    'a guardian without a name',
    bettina,
    { entity: 'guardian', columns: { guardianRelation: '00002', guardianName: null }, ...past },
  ],
  [
    'two rows of a mother overlap',
    child,
    {
      entity: 'kinship',
      columns: { relation: 'mother', personnummer: '1306814172', ...kin },
      ...past,
    },
  ],
  [
    'somebody is their own ancestor',
    married,
    {
      entity: 'kinship',
      columns: { relation: 'mother', personnummer: child, ...kin },
      start: '20200101',
    },
  ],
  [
    'two protection rows overlap',
    '0701614011',
    { entity: 'protection', columns: { protectionType: '00001' }, start: '20260101' },
  ],
]

test.each(wrongRows)('%s is found out', (says, pnr, row) => {
  expect(breachesWith(pnr, row)).toContain(says)
})

test('a home that nobody came to is found out', () => {
  const settled = [...store.all()].find(
    (person) =>
      currentRow(person, 'address') !== undefined && rowsOf(person, 'address').length === 1,
  )
  expect(breachesMoved(settled?.pnr ?? '', 'address', { start: '20200101' })).toContain(
    'a first home that nobody came to',
  )
})

test('a name that ended without another is found out', () => {
  expect(breachesMoved(bettina, 'name', { end: '20200101' })).toContain(
    'somebody named without a name now',
  )
})

test('a first civil status but unmarried is found out', () => {
  const draft = store.draft({ code: null, authority: '0851' })
  const row = currentRow(
    store.find(child) ?? { pnr: child, validPnr: child, rows: [] },
    'civilStatus',
  )
  if (row !== undefined) draft.change(child, row, { columns: { ...row.columns, civilStatus: 'F' } })
  const person = draft.find(child)
  expect(person && breachesOf(person, draft).map(({ says }) => says)).toContain(
    'somebody born married',
  )
})
