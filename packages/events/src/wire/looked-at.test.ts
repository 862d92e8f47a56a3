import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { EventDefinition } from '../define-event.ts'
import { lookedAt } from './looked-at.ts'
import { servicesFor } from './queries.ts'

const birth = getDefinition('birth')
const bare: EventDefinition = { ...birth, lookups: [], effects: [], followOns: [], parties: {} }

test('a birth asks whether the married parents are separated', () => {
  expect(servicesFor(birth)).toContain('SEP1')
})

test('people are found by the rows that name them', () => {
  const parties = {
    spouse: { spouseOf: 'child' },
    mother: { parentOf: 'child', relation: 'mother' },
    holders: { holdersOf: 'child' },
    child: { field: 'personnummer' },
  } as const
  expect(lookedAt({ ...bare, parties }).map(({ entity }) => entity)).toEqual([
    'civilStatus',
    'kinship',
    'parentalAuthority',
  ])
})

test('words inside other words are heard', () => {
  const definition: EventDefinition = {
    ...bare,
    effects: [
      {
        party: 'child',
        entity: 'note',
        operation: 'keep',
        until: {
          choose: [{ when: { not: { party: 'child', has: 'church' } }, value: 'x' }],
          otherwise: {
            first: [
              { current: 'name', of: 'child', column: 'lastName' },
              { previous: 'citizenship', of: 'child', column: 'country' },
              { detail: 'end', ofRow: 'protection', of: 'child' },
            ],
          },
        },
        text: { da: '', en: '' },
      },
    ],
  }
  expect(lookedAt(definition)).toEqual([
    { entity: 'church', columns: [] },
    { entity: 'name', columns: ['lastName'] },
    { entity: 'citizenship', columns: ['country'] },
    { entity: 'protection', columns: [] },
  ])
})
