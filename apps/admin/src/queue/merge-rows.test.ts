import { expect, test } from 'vitest'

import { mergeRows, showAll } from './merge-rows.ts'

const row = (caseId: string, status = 'draft') => ({ caseId, status })

test('rows change in place and keep their order', () => {
  const shown = mergeRows([row('a'), row('b')], [row('b', 'stuck'), row('a')])
  expect(shown).toEqual({ rows: [row('a'), row('b', 'stuck')], waiting: [] })
})

test('new rows wait until they are asked for', () => {
  const { rows, waiting } = mergeRows([row('a')], [row('c'), row('a')])
  expect(rows).toEqual([row('a')])
  expect(waiting).toEqual([row('c')])
})

test('a row that left the page stays where it was', () => {
  expect(mergeRows([row('a'), row('b')], [row('b')]).rows).toEqual([row('a'), row('b')])
})

test('asking shows everything in its new order', () => {
  expect(showAll([row('c'), row('a')])).toEqual({ rows: [row('c'), row('a')], waiting: [] })
})
