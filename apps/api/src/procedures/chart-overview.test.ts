import { catalogue } from '@sagsgang/events'
import { chartOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { toOverview } from './chart-overview.ts'

test.each(catalogue)('the overview of $id keeps the course of a case', (definition) => {
  const { states, transitions } = toOverview(chartOf(definition))
  const ids = states.map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining(['work/drafting', 'work/reporting', 'work/accepted/course/undone']),
  )
  expect(ids).not.toContain('work/reporting/saving')
  expect(ids.some((id) => id.startsWith('health'))).toBe(false)
  for (const { from, to } of transitions) expect(ids).toEqual(expect.arrayContaining([from, to]))
})

test.each(catalogue)('each follow-on of $id is one box', (definition) => {
  const { states } = toOverview(chartOf(definition))
  const regions = chartOf(definition).states.filter(({ parent }) => parent?.endsWith('/followOns'))
  for (const { id } of regions) {
    expect(states.find((state) => state.id === id)?.kind).toBe('atomic')
  }
})
