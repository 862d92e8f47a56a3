import { expect, test } from 'vitest'

import { byReason } from './use-sending.ts'
import { answerTo, isAnswered } from './warnings.tsx'

test('warnings with the same reason go together', () => {
  const answers = {
    a: { ticked: true, reason: 'set i sagen ', different: [] },
    b: { ticked: true, reason: 'set i sagen', different: [] },
    c: { ticked: true, reason: 'oplyst', different: [] },
  }
  expect([...byReason(['a', 'b', 'c'], answers)]).toEqual([
    ['set i sagen', ['a', 'b']],
    ['oplyst', ['c']],
  ])
})

test('a warning is answered by a tick and a reason', () => {
  expect(isAnswered(answerTo({}, 'a'), {})).toBe(false)
  expect(isAnswered({ ticked: true, reason: 'ja', different: [] }, {})).toBe(false)
  expect(isAnswered({ ticked: true, reason: 'set', different: [] }, {})).toBe(true)
})

test('each person found is turned down alone', () => {
  const found = { people: ['0101900000', '0202900000'] }
  const answer = { ticked: true, reason: 'set', different: ['0101900000'] }
  expect(isAnswered(answer, found)).toBe(false)
  expect(isAnswered({ ...answer, different: found.people }, found)).toBe(true)
})
