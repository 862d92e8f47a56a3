import { getDefinition } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { changesIn, writtenBy } from './correctable.ts'

const naming = getDefinition('naming')

test.each([
  ['firstNames', { entity: 'name', column: 'firstNames' }],
  ['namingDate', { entity: 'name', column: 'startDate' }],
])('the field %s stands in a column', (field, where) => {
  expect(writtenBy(naming, field)).toEqual({ field, ...where })
})

test.each(['namingKind', 'documentation', 'personnummer'])(
  'the field %s stands in no row',
  (field) => {
    expect(writtenBy(naming, field)).toBeNull()
  },
)

test('only what was typed anew has changed', () => {
  const before = { firstNames: 'Åse', lastName: 'Holm' }
  expect(changesIn(before, { firstNames: 'Åse', lastName: 'Holme' })).toEqual([
    { field: 'lastName', from: 'Holm', to: 'Holme' },
  ])
})
