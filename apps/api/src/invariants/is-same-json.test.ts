import { expect, test } from 'vitest'

import { canonicalJson } from '../audit/canonical-json.ts'
import { isSameJson } from './is-same-json.ts'

const values: readonly unknown[] = [
  null,
  undefined,
  0,
  1,
  '',
  '1',
  true,
  false,
  [],
  [null],
  [undefined],
  [1, 2],
  [2, 1],
  {},
  { a: undefined },
  { a: null },
  { a: 1, b: [2] },
  { b: [2], a: 1 },
  { a: 1, b: [2, 3] },
  { a: 1, c: [2] },
  { toString: 1 },
  { a: null, b: undefined },
  { a: undefined, b: null },
  [{ a: { b: 1 } }],
  [{ a: { b: 2 } }],
  { 0: 1 },
  [1],
]

test('values are the same where their canonical JSON is', () => {
  for (const one of values)
    for (const other of values)
      expect([one, other, isSameJson(one, other)]).toEqual([
        one,
        other,
        canonicalJson(one) === canonicalJson(other),
      ])
})
