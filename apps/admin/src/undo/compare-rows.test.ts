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
  names: {},
})

test('only what changes between the current rows is shown', () => {
  const before = [row('Prøve', '19980502', '20261119'), row('Test', '20261119')]
  const after = [row('Prøve', '19980502'), row('Test', '20261119', null, 'A')]
  expect(
    compareRows(before, after).map(({ column, before: was, after: is }) => [
      column,
      was?.value,
      is?.value,
    ]),
  ).toEqual([
    ['surname', 'Test', 'Prøve'],
    ['start', '20261119', '19980502'],
  ])
})

test('a row that vanishes leaves its columns empty', () => {
  const [first] = compareRows([row('Test', '20261119')], [])
  expect(first).toMatchObject({ column: 'surname', before: { value: 'Test' }, after: null })
})

test('a code keeps the name that it came with', () => {
  const married = { ...row('Test', '20261119'), names: { surname: { da: 'Gift', en: 'Married' } } }
  const [first] = compareRows([married], [])
  expect(first?.before).toEqual({ value: 'Test', name: { da: 'Gift', en: 'Married' } })
})

test('nothing changed is nothing shown', () => {
  expect(compareRows([row('Test', '20261119')], [row('Test', '20261119')])).toEqual([])
})
