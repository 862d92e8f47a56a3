import { expect, test } from 'vitest'

import type { CaseDataChange } from '../case-data.ts'
import { predict } from '../predict.ts'
import type { PersonView } from '../register-view.ts'
import { byName, given, husband, married, mother, sound, taken } from '../testing/newcomer.ts'
import { aPerson, civil, withPerson } from '../testing/people.ts'
import { tried } from '../testing/trial.ts'
import { entryWithoutPnr } from './entry-without-pnr.ts'

function told(data: CaseDataChange, ...people: readonly PersonView[]): readonly unknown[] {
  const view = people.reduce(withPerson, sound.view)
  const facts = tried({ ...sound, view }, { rule: '', data })
  return predict(entryWithoutPnr, facts.data, facts.view, { PNR: given }).map((change) => [
    `${change.party} ${change.entity} ${change.change}`,
    Object.values(change.columns)
      .filter((value) => value !== null)
      .join(' '),
    change.start,
    change.derivedMark,
  ])
}

test('one report makes a person who lives here', () => {
  expect(told({})).toEqual([
    ['person person create', '01 20261120 K 19900403', '20261120', null],
    ['person name append', 'Zoë Maria Kowalska', '20261120', null],
    ['person addressingName set', 'Kowalska,Zoë Maria', '20261120', null],
    ['person citizenship append', '5154', '20261120', null],
    ['person address append', '0851 8511 016', '20261120', null],
    ['person migration append', '5154 ul. Krotka 4 00-950 Warszawa', '20261120', null],
    ['person civilStatus append', 'U', '20261120', null],
    ['person church append', 'U', '20261120', null],
    ['person birthRegistration append', '5154', '19900403', null],
  ])
})

test.each([
  ['0851', '9901', '03'],
  ['0957', '0010', '05'],
])('where one moves in gives the status (%s %s)', (municipalityCode, streetCode, status) => {
  const [created] = told({ municipalityCode, streetCode, houseNumber: null })
  expect(String(created)).toContain(`create,${status} `)
})

test.each([
  ['free', civil('U'), ['spouse civilStatus append', `G ${given}`, '20150601', 'ÆG']],
  ['by name', byName, ['spouse civilStatus set', given, '20150601', 'ÆG']],
  ['taken', taken, undefined],
])('a couple is made whole where it can be (%s)', (_, standing, change) => {
  const changes = told(married, aPerson(husband, { rows: [standing] }))
  expect(changes).toContainEqual(['person civilStatus append', `G ${husband}`, '20150601', null])
  expect(changes.find((one) => String(one).startsWith('spouse '))).toEqual(change)
})

test('a couple began when the registered half says', () => {
  const person = aPerson(husband, { rows: [{ ...byName, start: '20150514' }] })
  const starts = told(married, person)
    .map(String)
    .filter((change) => change.includes('civilStatus'))
  expect(starts).toEqual([
    `person civilStatus append,G ${husband},20150514,`,
    `spouse civilStatus set,${given},20150514,ÆG`,
  ])
})

test('a partner carries a mark of their own', () => {
  const changes = told({ ...married, civilStatus: 'P' }, aPerson(husband, { rows: [civil('U')] }))
  expect(changes).toContainEqual(['spouse civilStatus append', `P ${given}`, '20150601', 'PA'])
})

test('a spouse without a number is kept by name', () => {
  const changes = told({ ...married, spousePersonnummer: null, spouseName: 'Jan Kowalski' })
  expect(changes).toContainEqual(['person civilStatus append', 'G Jan Kowalski', '20150601', null])
})

test('parents who are known get their child', () => {
  const changes = told({ motherPersonnummer: mother }, aPerson(mother))
  expect(changes.filter((change) => String(change).includes('kinship'))).toEqual([
    ['person kinship append', `mother ${mother}`, '19900403', null],
    ['mother kinship append', `child ${given}`, '19900403', 'MO'],
  ])
})
