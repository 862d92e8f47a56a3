import { expect, test } from 'vitest'

import type { EventSummary } from './event-groups.ts'
import { findServices } from './maintenance-services.ts'

const say = (da: string) => ({ da, en: `english ${da}` })
const operation = (id: string, da: string) => ({ id, name: say(da), allowed: true })

const service = (event: string, da: string, wire: string): EventSummary => ({
  event,
  name: say(da),
  group: { id: 'name', name: say('Navn'), place: 1 },
  service: wire,
  primary: true,
  secondary: true,
  reporters: [],
  mayOpen: true,
  fields: 1,
  rules: 1,
  followOns: 0,
})

const kinds = [
  {
    id: 'name',
    name: say('Navnedata'),
    operations: [
      operation('name.correct-current', 'Navnedata - ret nuværende'),
      operation('name.undo-current', 'Navnedata - fortryd nuværende'),
    ],
  },
  {
    id: 'church',
    name: say('Folkekirkedata'),
    operations: [operation('church.undo-current', 'Folkekirkedata - fortryd nuværende')],
  },
]
const services = [
  service('name.correct-current', 'Navnedata - ret nuværende', 'NAVN-R'),
  service('name.undo-current', 'Navnedata - fortryd nuværende', 'NAVN-F'),
  service('church.undo-current', 'Folkekirkedata - fortryd nuværende', 'FKIRKE-F'),
]

const found = (words: string) =>
  findServices(kinds, services, words).map((one) => [
    one.kind.id,
    ...one.services.map(({ operation: { id } }) => id),
  ])

test('without words every service stands under its kind', () => {
  expect(found('')).toEqual([
    ['name', 'name.correct-current', 'name.undo-current'],
    ['church', 'church.undo-current'],
  ])
})

test('a kind in which nothing is found is left out', () => {
  expect(found('fkirke-f')).toEqual([['church', 'church.undo-current']])
  expect(found('ret nuværende')).toEqual([['name', 'name.correct-current']])
  expect(found('nothing of the kind')).toEqual([])
})
