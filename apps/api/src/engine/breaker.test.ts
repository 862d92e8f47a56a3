import { expect, test } from 'vitest'

import { createBreaker } from './breaker.ts'

test('one call at a time finds out about a closed register', () => {
  const breaker = createBreaker()
  expect(breaker.ask(0)).toBe('all')
  breaker.closed(0)
  expect([breaker.ask(500), breaker.ask(1_000), breaker.ask(1_001)]).toEqual([
    'nothing',
    'probe',
    'nothing',
  ])
})

test('calls that were out do not lengthen the pause', () => {
  const breaker = createBreaker()
  for (const now of [0, 1, 2, 3, 4, 5, 6, 7]) breaker.closed(now)
  expect(breaker.ask(1_000)).toBe('probe')
})

test('the pause grows with each probe and has an end', () => {
  const breaker = createBreaker()
  let now = 0
  const pauses = Array.from({ length: 8 }, () => {
    breaker.closed(now)
    const from = now
    do now += 50
    while (breaker.ask(now) === 'nothing')
    return now - from
  })
  expect(pauses).toEqual([1000, 1500, 2000, 2000, 2000, 2000, 2000, 2000])
})

test('a call that comes through opens to all', () => {
  const breaker = createBreaker()
  breaker.closed(0)
  breaker.came()
  expect(breaker.ask(1)).toBe('all')
})
