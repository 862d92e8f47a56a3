import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { personsOf } from '../parties.ts'
import type { PersonView } from '../register-view.ts'
import {
  adopted,
  byStepfather,
  child,
  father,
  full,
  mother,
  newFather,
  newMother,
} from '../testing/adopted.ts'
import { aPerson, civil, kin, row, viewOf, withPerson } from '../testing/people.ts'
import { tried } from '../testing/trial.ts'
import { blockersOf } from '../undo.ts'
import { servicesFor } from '../wire/queries.ts'
import { adoption } from './adoption.ts'

const standings = (facts: Facts) =>
  Object.fromEntries(
    offersOf(adoption, facts).map(({ key, as }) => [key.replace('@adopted-person', ''), as]),
  )

test('a plain adoption leaves it to the worker what follows', () => {
  expect(standings(full)).toEqual({
    'name-change': 'notNeeded',
    'addressing-name': 'notNeeded',
    'parental-authority': 'due',
    citizenship: 'due',
    'church-membership': 'offered',
    move: 'due',
    'personnummer.correct-current': 'notNeeded',
    'guardian-discharge': 'notNeeded',
    'shared-residence-cessation': 'notNeeded',
  })
})

const guardian = row('guardian', { guardianPersonnummer: father }, { timestamp: '2'.repeat(20) })
const shared = row('sharedResidence', { otherParentPersonnummer: father })

test('what the grant and the rows say follows by itself', () => {
  const view = withPerson(full.view, { ...adopted, rows: [...adopted.rows, guardian, shared] })
  const data = { newLastName: 'Ek', newPersonnummerWanted: true }
  const facts = tried({ ...full, view }, { rule: '', data })
  expect(standings(facts)).toMatchObject({
    'name-change': 'due',
    'addressing-name': 'offered',
    'personnummer.correct-current': 'due',
    'guardian-discharge': 'due',
    'shared-residence-cessation': 'derived',
  })
  const prefilled = (followOn: string) =>
    prefillOf(adoption, { followOn, person: child }, facts.data, view)
  expect(prefilled('name-change@adopted-person')).toEqual({
    personnummer: child,
    authority: '1301',
    nameDate: '20261120',
    ground: 'ADOPTION',
    firstNames: 'Bo',
    lastName: 'Ek',
    documentation: 'Bevilling 3',
  })
  expect(prefilled('guardian-discharge@adopted-person')).toMatchObject({
    guardianRow: '2'.repeat(20),
    endDate: '20261120',
  })
  expect(prefilled('shared-residence-cessation@adopted-person')).toMatchObject({
    otherParentPersonnummer: father,
    endDate: '20261120',
  })
})

test('nobody holds authority over somebody of age', () => {
  const view = withPerson(full.view, { ...adopted, birthDate: '19990101' })
  expect(standings({ ...full, view })['parental-authority']).toBe('notNeeded')
})

test('guardians and shared residences are looked up', () => {
  expect(servicesFor(adoption)).toEqual(expect.arrayContaining(['VAERGE1', 'DELTBOP']))
})

test('a case lists both families, each person once', () => {
  expect(personsOf(adoption, full.data, full.view)).toEqual([
    { role: 'adopted person', pnr: child },
    { role: 'new mother', pnr: newMother },
    { role: 'new father', pnr: newFather },
    { role: 'former mother', pnr: mother },
    { role: 'former father', pnr: father },
  ])
  const named = { ...byStepfather.data, adoptiveMotherPersonnummer: mother }
  expect(personsOf(adoption, named, byStepfather.view).map(({ pnr }) => pnr)).toEqual([
    child,
    mother,
    newFather,
    father,
  ])
})

const blockers = (...people: readonly PersonView[]) =>
  blockersOf(adoption, { ...full, view: viewOf(...people), acceptedOn: '20261123' }).map(
    ({ severity }) => severity,
  )

test('a family of one’s own stands in the way', () => {
  const late = { start: '20261122' }
  expect(blockers(aPerson(child, { rows: [civil('U')] }))).toEqual([])
  expect(blockers(aPerson(child, { rows: [civil('G', null, late)] }))).toEqual(['error'])
  expect(blockers(aPerson(child, { rows: [{ ...kin('child', mother), ...late }] }))).toEqual([
    'error',
  ])
  expect(blockers(aPerson(newMother, { status: '90' }))).toEqual(['warning'])
})
