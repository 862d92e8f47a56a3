import { expect, test } from 'vitest'

import { birth } from '../definitions/birth.ts'
import type { RegisterRow } from '../entities.ts'
import { aPerson, civil, home, kin, row, viewOf } from '../testing/people.ts'
import { blockersOf } from '../undo.ts'

const mother = '1306814172'
const child = '2011264002'
const atHome = row('address', home, { start: '20261120' })
const born = [civil('U'), atHome, kin('mother', mother)]
const named = row('name', { firstNames: 'Ida', middleName: null, lastName: 'Dalsgaard' })

const blocked = (rows: readonly RegisterRow[]) =>
  blockersOf(birth, {
    data: { motherPersonnummer: mother, birthDate: '20261120', sex: 'K' },
    view: viewOf(aPerson(mother, { rows: [civil('U')] }), aPerson(child, { rows })),
    today: '20261123',
    authority: '7001',
    viaPrimary: false,
    output: { PNR: child },
    acceptedOn: '20261123',
  }).length > 0

test('a child that only lives with its mother is no obstacle', () => {
  expect(blocked(born)).toBe(false)
})

test.each([
  ['a name', [...born, named]],
  ['a father', [...born, kin('father', '0707614293')]],
  ['a child', [...born, kin('child', '0101405000')]],
  [
    'a later home',
    [...born, row('address', home, { start: '20261122' })].filter((one) => one !== atHome),
  ],
])('%s of its own keeps the birth from being undone', (_, rows) => {
  expect(blocked(rows)).toBe(true)
})
