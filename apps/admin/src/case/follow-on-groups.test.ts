import { expect, test } from 'vitest'

import { type FollowOn, groupFollowOns, groupOf } from './follow-on-groups.ts'

type Part = Pick<FollowOn, 'key' | 'state' | 'mode'> & Partial<FollowOn>

const one = (key: string, change: Partial<Part> = {}): Part => ({
  key,
  mode: 'required',
  state: 'due',
  ...change,
})

test('the nearest deadline stands first, what waits last', () => {
  const { todo } = groupFollowOns([
    one('held', { deadline: '20261101', reason: 'awaitsFollowOn' }),
    one('undated'),
    one('later', { deadline: '20270523' }),
    one('sooner', { deadline: '20261207' }),
  ])
  expect(todo.map(({ key }) => key)).toEqual(['sooner', 'later', 'undated', 'held'])
})

test('what the worker decides is a question until answered', () => {
  const asked = one('asked', { mode: 'conditional', decides: 'worker' })
  expect(groupOf(asked)).toBe('questions')
  expect(groupOf({ ...asked, state: 'open' })).toBe('todo')
  expect(groupOf({ ...asked, state: 'waived' })).toBe('ended')
  expect(groupOf({ ...asked, state: 'offered' })).toBe('offers')
})

test('a case for itself is never due here', () => {
  expect(groupOf(one('apart', { separateCase: true }))).toBe('apart')
  expect(groupOf(one('apart', { separateCase: true, state: 'settled' }))).toBe('ended')
})

test('what comes by itself is told from what was not needed', () => {
  expect(groupOf(one('derived', { mode: 'derived', state: 'settled' }))).toBe('derived')
  expect(groupOf(one('derived', { mode: 'derived', state: 'notNeeded' }))).toBe('needless')
})
