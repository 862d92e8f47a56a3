import { expect, test } from 'vitest'

import { offersOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { predict } from '../predict.ts'
import { aPerson, holds, kin, named, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { naming } from './naming.ts'

const mother = '1306814172'
const child = '2011264002'
const girl = aPerson(child, { rows: [kin('mother', mother), holds('00003', mother)] })
const she = aPerson(mother, { rows: named('Ida', 'Holm') })

const sound: Facts = {
  data: {
    personnummer: child,
    namingDate: '20261122',
    firstNames: 'Ella',
    lastName: 'Holm',
    namingKind: 'NAMING',
    applicants: [mother],
    authority: '7001',
  },
  view: viewOf(girl, she),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', girl),
  { rule: 'status', person: { ...girl, status: '60' } },
  { rule: 'fmt-date', data: { namingDate: 'i dag' } },
  { rule: 'nofuture', data: { namingDate: '20261124' } },
  { rule: 'late', today: '20270521' },
  { rule: 'birth', data: { namingDate: '20261119' } },
  { rule: 'fmt-name', data: { firstNames: 'Ella 2' } },
  { rule: 'fmt-name-2', data: { middleName: 'x'.repeat(41) } },
  { rule: 'fmt-name-3', data: { lastName: 'Holm_' } },
  { rule: 'req', data: { firstNames: ' ' } },
  { rule: 'no-name-yet', person: { ...girl, rows: [...girl.rows, ...named('Ea', 'Holm')] } },
  { rule: 'surname-source', data: { lastName: 'Skov' } },
  { rule: 'signed', data: { applicants: ['0707614293'] } },
]

/** No list of approved names is at hand, so it is asked every time. */
const asked = ['approved']

test('a child with its mother’s name asks one thing', () => {
  expect(rulesRaised(naming, sound)).toEqual(asked)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(naming, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the naming is tried', () => {
  expect([...trials.map(({ rule }) => rule), ...asked].toSorted()).toEqual(ruleNames(naming))
})

test('a missing signature is confirmed by a person', () => {
  const facts = tried(sound, { rule: '', data: { applicants: ['0707614293'] } })
  expect(naming.rules.find(({ id }) => id === 'naming.signed')).toMatchObject({
    severity: 'warning',
    declaration: true,
  })
  expect(rulesRaised(naming, facts)).toEqual(['approved', 'signed'])
})

test('an empty form names each field it lacks', () => {
  expect(rulesRaised(naming, { ...sound, data: {} })).toEqual([
    'required.personnummer',
    'required.namingDate',
    'required.firstNames',
    'required.lastName',
    'required.namingKind',
    'required.applicants',
    'required.authority',
    'req',
  ])
})

test('values that cannot be of their type are found', () => {
  const data = { applicants: ['1'], namingKind: 'X', authority: '9999', documentation: '€' }
  expect(rulesRaised(naming, tried(sound, { rule: '', data }))).toEqual([
    'format.namingKind',
    'format.applicants',
    'format.documentation',
    'format.authority',
  ])
})

test('the name makes the addressing name, both are read back', () => {
  const changes = predict(naming, sound.data, sound.view)
  expect(changes.map(({ columns }) => columns)).toEqual([
    { firstNames: 'Ella', middleName: null, lastName: 'Holm' },
    { addressingName: 'Holm,Ella' },
  ])
  const written = { start: '20261122' }
  const name = row('name', { firstNames: 'Ella', middleName: null, lastName: 'Holm' }, written)
  const right = aPerson(child, {
    rows: [name, row('addressingName', { addressingName: 'Holm,Ella' })],
  })
  const wrong = aPerson(child, { rows: [{ ...name, start: '20261101' }] })
  expect(differences(changes, viewOf(right))).toEqual([])
  expect(differences(changes, viewOf(wrong)).map(({ column, found }) => [column, found])).toEqual([
    ['start', '20261101'],
    ['addressingName', null],
  ])
})

test('a long name needs an addressing name', () => {
  const data = {
    ...sound.data,
    firstNames: 'Ella Sofie Marie Alberte',
    lastName: 'Vestergaard',
    namingKind: 'BAPTISM',
  }
  expect(offersOf(naming, { ...sound, data }).map(({ as }) => as)).toEqual(['due', 'due'])
  expect(offersOf(naming, sound).map(({ as }) => as)).toEqual(['notNeeded', 'notNeeded'])
})
