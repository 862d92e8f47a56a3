import { expect, test } from 'vitest'

import { compareRows } from './compare-rows.ts'

const row = (
  surname: string,
  start: string,
  end: string | null = null,
  mark: string | null = null,
) => ({
  person: '0101900000',
  entity: 'name',
  columns: { surname, first: 'Grete' },
  start,
  end,
  mark,
})

test('only what changes between the current rows is shown', () => {
  const before = [row('Prøve', '19980502', '20261119'), row('Test', '20261119')]
  const after = [row('Prøve', '19980502'), row('Test', '20261119', null, 'A')]
  expect(
    compareRows(before, after).map(({ column, before: was, after: is }) => [column, was, is]),
  ).toEqual([
    ['surname', 'Test', 'Prøve'],
    ['start', '20261119', '19980502'],
  ])
})

test('a row that vanishes leaves its columns empty', () => {
  const [first] = compareRows([row('Test', '20261119')], [])
  expect(first).toMatchObject({ column: 'surname', before: 'Test', after: null })
})

test('nothing changed is nothing shown', () => {
  expect(compareRows([row('Test', '20261119')], [row('Test', '20261119')])).toEqual([])
})
