import { getDefinition } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { columnsOf, writtenBy } from './correctable.ts'
import { changesIn } from './typed-fields.ts'

test.each([
  ['naming', 'firstNames', { entity: 'name', column: 'firstNames' }],
  ['naming', 'namingDate', { entity: 'name', column: 'startDate' }],
  ['move', 'houseNumber', { entity: 'address', column: 'houseNumber' }],
  ['marriage-entry', 'spousePersonnummer', { entity: 'civilStatus', column: 'spousePersonnummer' }],
  [
    'paternity',
    'parentPersonnummer',
    { entity: 'kinship', column: 'personnummer', relation: 'father' },
  ],
  ['paternity', 'startDate', { entity: 'kinship', column: 'startDate', relation: 'father' }],
  [
    'birth',
    'motherPersonnummer',
    { entity: 'kinship', column: 'personnummer', relation: 'mother' },
  ],
  ['birth', 'birthPlace', { entity: 'birthRegistration', column: 'birthPlace' }],
  ['death', 'deathDate', { entity: 'civilStatus', column: 'startDate' }],
  ['death', 'dateUncertain', { entity: 'civilStatus', column: 'dateUncertain' }],
  ['re-entry', 'entryDate', { entity: 'migration', column: 'endDate' }],
  ['protection-cessation', 'endDate', { entity: 'protection', column: 'endDate' }],
  ['birth', 'birthDate', { entity: 'person', column: 'birthDate' }],
])('%s writes the field %s in a row', (event, field, where) => {
  expect(writtenBy(getDefinition(event), field)).toMatchObject({ field, ...where })
})

test.each([
  ['naming', 'namingKind'],
  ['naming', 'documentation'],
  ['naming', 'personnummer'],
  ['death', 'notifier'],
  ['occupation', 'startDate'],
])('%s writes the field %s nowhere', (event, field) => {
  expect(writtenBy(getDefinition(event), field)).toBeNull()
})

test('only what was typed anew has changed', () => {
  const before = { firstNames: 'Åse', lastName: 'Holm' }
  expect(changesIn(before, { firstNames: 'Åse', lastName: 'Holme' })).toEqual([
    { field: 'lastName', from: 'Holm', to: 'Holme' },
  ])
})

test('lines typed anew are a column each', () => {
  const home = writtenBy(getDefinition('departure'), 'foreignAddress')
  const name = writtenBy(getDefinition('naming'), 'firstNames')
  expect(home && columnsOf(home, ['14 quai Perrache', 'FR-69002 Lyon'])).toEqual([
    ['line1', '14 quai Perrache'],
    ['line2', 'FR-69002 Lyon'],
    ['line3', null],
    ['line4', null],
    ['line5', null],
  ])
  expect(name && columnsOf(name, 'Åse')).toEqual([['firstNames', 'Åse']])
})
