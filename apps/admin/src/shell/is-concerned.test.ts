import { expect, test } from 'vitest'

import { isConcerned, isLiving } from './is-concerned.ts'

const changed = new Set(['a'])
const about = (name: string, caseId?: string) => [
  ['cases', name],
  { input: { caseId }, type: 'query' },
]

test('lists and counts concern every change', () => {
  expect(isConcerned(about('list'), changed)).toBe(true)
  expect(isConcerned(about('counts'), changed)).toBe(true)
})

test('a case is asked for again when it changes', () => {
  expect(isConcerned(about('get', 'a'), changed)).toBe(true)
  expect(isConcerned(about('journal', 'b'), changed)).toBe(false)
})

test('a plan is not looked up again by itself', () => {
  expect(isConcerned(about('planUndo', 'a'), changed)).toBe(false)
  expect(isConcerned([['catalogue', 'events']], changed)).toBe(false)
})

test('after a break everything living is asked again', () => {
  expect(isLiving(about('journal', 'b'))).toBe(true)
  expect(isLiving(about('at', 'b'))).toBe(false)
  expect(isLiving(about('planUndo', 'b'))).toBe(false)
})
