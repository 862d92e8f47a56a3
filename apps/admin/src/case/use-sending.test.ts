import { expect, test } from 'vitest'

import { byReason } from './use-sending.ts'
import { answerTo, isAnswered } from './warnings.tsx'

test('warnings with the same reason go together', () => {
  const answers = {
    a: { ticked: true, reason: 'set i sagen ' },
    b: { ticked: true, reason: 'set i sagen' },
    c: { ticked: true, reason: 'oplyst' },
  }
  expect([...byReason(['a', 'b', 'c'], answers)]).toEqual([
    ['set i sagen', ['a', 'b']],
    ['oplyst', ['c']],
  ])
})

test('a warning is answered by a tick and a reason', () => {
  expect(isAnswered(answerTo({}, 'a'))).toBe(false)
  expect(isAnswered({ ticked: true, reason: 'ja' })).toBe(false)
  expect(isAnswered({ ticked: true, reason: 'set' })).toBe(true)
})
