import { expect, test } from 'vitest'

import { activeIn, visitedIn } from './active-states.ts'

const accepted = {
  work: { accepted: { course: 'verifying', followOns: { 'naming@child': { ended: 'waived' } } } },
  health: 'well',
}

test('a state value names every state on its way', () => {
  expect(activeIn(accepted)).toEqual([
    'work',
    'work/accepted',
    'work/accepted/course',
    'work/accepted/course/verifying',
    'work/accepted/followOns',
    'work/accepted/followOns/naming@child',
    'work/accepted/followOns/naming@child/ended',
    'work/accepted/followOns/naming@child/ended/waived',
    'health',
    'health/well',
  ])
})

test('what was visited is gathered from every entry', () => {
  const visited = visitedIn([{ work: 'drafting', health: 'well' }, accepted])
  expect(visited.has('work/drafting')).toBe(true)
  expect(visited.has('work/accepted/course/verifying')).toBe(true)
  expect(visited.has('work/reporting')).toBe(false)
})
