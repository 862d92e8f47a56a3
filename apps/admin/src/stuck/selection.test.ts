import { expect, test } from 'vitest'

import { selectionOf } from './selection.ts'
import type { StuckCase } from './stuck-table.tsx'

// Only what a selection looks at.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of a row says nothing here
const one = (caseId: string, resumable = true) => ({ caseId, resumable }) as StuckCase

const preview = {
  cause: 'lookUp.timeout',
  would: [{ da: 'prøv', en: 'try' }],
  cases: [one('a', false), one('b'), one('c')],
  resumable: 21,
}

test('nobody picked means all of the cause', () => {
  const selection = selectionOf(preview, new Set())
  expect(selection).toMatchObject({ count: 21, caseIds: undefined, first: 'b', reason: undefined })
})

test('of those picked the ones that can be are tried', () => {
  const selection = selectionOf(preview, new Set(['a', 'c']))
  expect(selection).toMatchObject({ count: 1, caseIds: ['c'], first: 'c' })
  expect(selection.picked).toHaveLength(2)
})

test('what cannot be tried says why', () => {
  expect(selectionOf(preview, new Set(['a'])).reason).toBe('stuck.nothingToTry')
  expect(selectionOf({ ...preview, would: [] }, new Set()).reason).toBe('stuck.notRepeatable')
})
