import { expect, test } from 'vitest'

import { isSame, type Json, patched, patchTo } from './patch.ts'

test.each<[string, Json, Json]>([
  ['a member that is new', { a: 1 }, { a: 1, b: { c: null } }],
  ['a member that is gone', { a: 1, b: 2 }, { a: 1 }],
  ['a list that grew', { a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }, 3] } }],
  ['a name in place of members', { a: { b: 'x' } }, { a: 'y' }],
  ['members in place of a name', { a: 'y' }, { a: { b: 'x' } }],
  ['nothing in place of something', { a: { b: 1 } }, { a: { b: null } }],
  ['everything', 'x', { a: [] }],
])('%s is told by its patch', (_, before, after) => {
  expect(patched(before, patchTo(before, after))).toEqual(after)
})

test('only what changed is told', () => {
  const before = { value: { work: 'a', health: 'well' }, context: { open: { '1/0': 1 } } }
  const after = { value: { work: 'b', health: 'well' }, context: { open: {} } }
  expect(patchTo(before, after)).toEqual([[['value', 'work'], 'b'], [['context', 'open', '1/0']]])
})

test('the order of members says nothing', () => {
  expect(isSame({ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 })).toBe(true)
  expect(isSame({ a: 1 }, { a: 1, b: 1 })).toBe(false)
  expect(isSame([1, 2], [1])).toBe(false)
})
