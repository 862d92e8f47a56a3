import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { deadlinesOf } from '../offers.ts'
import { aPerson, civil, viewOf } from '../testing/people.ts'
import { birth } from './birth.ts'

const mother = '1306814172'
const father = '0707614293'
const newborn = '2011264002'

const sound: Facts = {
  data: {
    motherPersonnummer: mother,
    fatherPersonnummer: father,
    birthDate: '20261120',
    sex: 'K',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 7',
    authority: '7001',
  },
  view: viewOf(aPerson(mother, { rows: [civil('U')] }), aPerson(father, { rows: [civil('U')] })),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const standings = (facts: Facts) =>
  Object.fromEntries(
    offersOf(birth, { ...facts, output: { PNR: newborn } }).map(({ key, as, required }) => [
      key,
      `${as}${required ? '!' : ''}`,
    ]),
  )

test('without a second parent paternity is due', () => {
  const { fatherPersonnummer: _, ...rest } = sound.data
  expect(standings({ ...sound, data: rest })).toEqual({
    'paternity@child': 'due!',
    'co-maternity@child': 'offered',
    'parental-authority@child': 'notNeeded',
    'naming@child': 'due!',
    'church-membership@child': 'offered',
    'citizenship@child': 'due!',
    'protection@child': 'offered',
    'addressing-name@child': 'offered',
    'municipal-notes@child': 'offered',
  })
})

test('unmarried parents settle who holds authority', () => {
  expect(standings(sound)).toMatchObject({
    'paternity@child': 'notNeeded',
    'parental-authority@child': 'due!',
    'naming@child': 'due!',
  })
})

test('the follow-ons are keyed on the new number', () => {
  const [naming] = offersOf(birth, { ...sound, output: { PNR: newborn } }).filter(
    ({ key }) => key === 'naming@child',
  )
  expect(naming?.people).toEqual([newborn])
  expect(
    prefillOf(birth, { followOn: 'paternity@child', person: newborn }, sound.data, sound.view),
  ).toEqual({
    personnummer: newborn,
    authority: '7001',
    startDate: '20261120',
  })
})

test.each(['co-maternity@child', 'parental-authority@child'])(
  'what the parents settle counts from the birth (%s)',
  (followOn) => {
    const opened = { followOn, person: newborn }
    const prefilled = prefillOf(birth, opened, sound.data, sound.view)
    expect(prefilled).toMatchObject({ personnummer: newborn, startDate: '20261120' })
  },
)

test('two deadlines run from the birth itself', () => {
  expect(deadlinesOf(birth, sound, '20261123')).toEqual([
    { id: 'paternity-14-days', date: '20261204', followOn: 'paternity@child', effect: 'stuck' },
    { id: 'paternity-14-days', date: '20261204', followOn: 'co-maternity@child', effect: 'stuck' },
    { id: 'naming-6-months', date: '20270520', followOn: 'naming@child', effect: 'stuck' },
  ])
})
