import { expect, test } from 'vitest'

import { compareRows, type Row } from './compare-rows.ts'

const row = (surname: string, start: string, rest: Partial<Row> = {}): Row => ({
  person: '0101900000',
  entity: 'name',
  columns: { surname, first: 'Grete' },
  start,
  end: null,
  mark: null,
  names: {},
  ...rest,
})

const kin = (relation: string, personnummer: string, rest: Partial<Row> = {}) =>
  row('', '20261119', { entity: 'kinship', columns: { relation, personnummer }, ...rest })

const told = (before: readonly Row[], after: readonly Row[]) =>
  compareRows(before, after).map(({ type, cells, proof }) => ({
    type,
    proof: proof?.mark ?? null,
    cells: cells.map(({ column, before: was, after: is }) => [column, was?.value, is?.value]),
  }))

test('an undone row gives way to the one before', () => {
  const before = [row('Prøve', '19980502', { end: '20261119' }), row('Test', '20261119')]
  const after = [row('Prøve', '19980502'), row('Test', '20261119', { end: '20261119', mark: 'A' })]
  expect(told(before, after)).toEqual([
    {
      type: 'replaced',
      proof: 'A',
      cells: [
        ['surname', 'Test', 'Prøve'],
        ['start', '20261119', '19980502'],
      ],
    },
  ])
})

test('a neighbour that grows replaces a former row', () => {
  const earlier = row('Prøve', '19980502', { end: '20100101' })
  const wrong = row('Fejl', '20100101', { end: '20150101' })
  const after = [{ ...earlier, end: '20150101' }, row('Fejl', '20100101', { mark: 'A' })]
  expect(told([earlier, wrong], after)).toMatchObject([
    {
      type: 'replaced',
      cells: [
        ['surname', 'Fejl', 'Prøve'],
        ['start', '20100101', '19980502'],
      ],
    },
  ])
})

test('the proof of a correction is no change', () => {
  const wrong = row('Tset', '20261119')
  const after = [row('Test', '20261119'), { ...wrong, end: '20261119', mark: 'K' }]
  expect(told([wrong], after)).toEqual([
    { type: 'changed', proof: 'K', cells: [['surname', 'Tset', 'Test']] },
  ])
})

test('a right row beside a marked one replaces it', () => {
  const wrong = row('Tset', '20261119')
  const after = [{ ...wrong, end: '20261119', mark: 'K' }, row('Test', '20261119')]
  expect(told([wrong], after)).toEqual([
    { type: 'replaced', proof: 'K', cells: [['surname', 'Tset', 'Test']] },
  ])
})

test('a neighbour whose end follows is told as moved', () => {
  const before = [row('Prøve', '19980502', { end: '20261119' }), row('Test', '20261119')]
  const after = [
    row('Prøve', '19980502', { end: '20261121' }),
    row('Test', '20261121'),
    row('Test', '20261119', { end: '20261119', mark: 'K' }),
  ]
  expect(told(before, after)).toEqual([
    { type: 'moved', proof: null, cells: [['end', '20261119', '20261121']] },
    { type: 'moved', proof: 'K', cells: [['start', '20261119', '20261121']] },
  ])
})

test('a planned end does not end a row', () => {
  const planned = row('Test', '20261119', { end: '20290101' })
  const after = [row('Test', '20261119', { end: '20261119', mark: 'A' })]
  expect(told([planned], after)).toMatchObject([{ type: 'gone', proof: 'A' }])
})

test('a row that leaves for nothing empties its columns', () => {
  const gone = row('Test', '20261119', { end: '20261119', mark: 'A' })
  expect(told([row('Test', '20261119')], [gone])[0]?.cells).toEqual([
    ['surname', 'Test', undefined],
    ['first', 'Grete', undefined],
    ['start', '20261119', undefined],
  ])
})

test('of several heirs the one most alike is meant', () => {
  const was = { start: '19900101', end: '20261119' }
  const before = [kin('mother', 'b'), kin('father', 'c', was), kin('mother', 'd', was)]
  const after = [
    kin('mother', 'b', { mark: 'A' }),
    kin('father', 'c', { start: '19900101' }),
    kin('mother', 'd', { start: '19900101' }),
  ]
  expect(told(before, after)).toMatchObject([
    {
      type: 'replaced',
      cells: [
        ['personnummer', 'b', 'd'],
        ['start', '20261119', '19900101'],
      ],
    },
    { type: 'moved', cells: [['end', '20261119', undefined]] },
  ])
})

test('a code keeps the name that it came with', () => {
  const names = { surname: { da: 'Gift', en: 'Married' } }
  const [first] = compareRows([row('Test', '20261119', { names })], [])
  expect(first?.cells[0]?.before).toEqual({ value: 'Test', name: { da: 'Gift', en: 'Married' } })
})

test('what stays the same is not told', () => {
  expect(compareRows([row('Test', '20261119')], [row('Test', '20261119')])).toEqual([])
})
