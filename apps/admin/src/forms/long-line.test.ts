import { expect, test } from 'vitest'

import { findLongLine } from './long-line.ts'

test('a line that just fits is left in peace', () => {
  expect(findLongLine(`Nygade 1\n${'x'.repeat(34)}  `)).toBeUndefined()
})

test('the first line too long is counted', () => {
  expect(findLongLine(`Nygade 1\n${'x'.repeat(35)}`)).toEqual({ line: 2, length: 35 })
})
