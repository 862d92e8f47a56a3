import { expect, test } from 'vitest'

import { markOf, takenAlong } from './chart-marks.ts'

const edges = [
  { from: 'drafting', to: 'checking' },
  { from: 'checking', to: 'drafting' },
  { from: 'checking', to: 'reporting' },
]

test('arrows are taken from one entry to the next', () => {
  expect([...takenAlong([['drafting'], ['checking'], ['reporting']], edges)]).toEqual([
    'drafting>checking',
    'checking>reporting',
  ])
})

test('staying in a state takes no arrow', () => {
  expect([...takenAlong([['checking'], ['checking']], edges)]).toEqual([])
})

test('where the case is now counts before where it was', () => {
  const marks = { active: new Set(['a']), visited: new Set(['a', 'b']), taken: new Set<string>() }
  expect(['a', 'b', 'c'].map((id) => markOf(marks, id))).toEqual(['active', 'visited', 'unvisited'])
})
