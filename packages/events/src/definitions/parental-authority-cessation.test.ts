import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, holds, kin, viewOf, withPerson } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { servicesFor } from '../wire/queries.ts'
import { parentalAuthorityCessation } from './parental-authority-cessation.ts'
import { parentalAuthority } from './parental-authority.ts'

const mother = '0709614096'
const father = '0709614231'
const child = '0111164001'
const boy = aPerson(child, {
  rows: [civil('U'), kin('mother', mother), holds('00003', mother), holds('00004', father)],
})
const motherless = aPerson(child, { rows: [civil('U'), holds('00004', father)] })

const sound: Facts = {
  data: {
    personnummer: child,
    holderRelation: '00004',
    endDate: '20261120',
    reason: 'DECISION',
    authority: '1301',
  },
  view: viewOf(boy),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', boy),
  { rule: 'status', person: { ...boy, status: '30' } },
  { rule: 'active-row', data: { holderRelation: '00005' } },
  { rule: 'fmt-date', data: { endDate: '20261131' } },
  { rule: 'not-last', person: motherless },
  { rule: 'order2', data: { endDate: '19991231' } },
]

test('one of two may lose it', () => {
  expect(rulesRaised(parentalAuthorityCessation, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(parentalAuthorityCessation, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the cessation is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(parentalAuthorityCessation))
})

const spouse = { ...motherless, rows: [civil('G', '0707614293'), holds('00004', father)] }
const grown = { ...motherless, birthDate: '20081120' }

test.each([
  ['married', spouse],
  ['of age', grown],
])('whoever is %s needs no holder', (_, person) => {
  const facts = { ...sound, view: withPerson(sound.view, person) }
  expect(rulesRaised(parentalAuthorityCessation, facts)).toEqual([])
})

test('whether a child is married is looked up', () => {
  expect(servicesFor(parentalAuthorityCessation)).toContain('CIVIL1')
})

test('the row of that holder ends and no other', () => {
  const told = predict(parentalAuthorityCessation, sound.data, sound.view)
  expect(told.map(({ change, columns, end }) => [change, columns['relation'], end])).toEqual([
    ['end', '00004', '20261120'],
  ])
})

test('a minor who is left alone needs a guardian', () => {
  const standing = (view: Facts['view']) => offersOf(parentalAuthorityCessation, { ...sound, view })
  expect(standing(sound.view).map(({ as }) => as)).toEqual(['notNeeded'])
  const view = withPerson(sound.view, motherless)
  expect(standing(view)).toMatchObject([{ key: 'guardian@child', as: 'due', people: [child] }])
  const opened = { followOn: 'guardian@child', person: child }
  expect(prefillOf(parentalAuthorityCessation, opened, sound.data, view)).toMatchObject({
    personnummer: child,
    startDate: '20261120',
  })
})

test('the end tells it from a registration', () => {
  expect(reportsOf(parentalAuthorityCessation, sound.data)[0]).toEqual({
    service: 'FORMYN-I',
    person: child,
    keys: { PNR: child },
    data: { RELTYP: '00004', HDTO: '20261120', SLETDATO: '20261120', MYNKOD: '1301' },
  })
  const marks = [parentalAuthority, parentalAuthorityCessation].map(({ toldBy }) => toldBy)
  expect(marks).toEqual([
    { code: 'SLETDATO', given: false },
    { code: 'SLETDATO', given: true },
  ])
})

test('a cessation dated ahead waits for its day', () => {
  const ahead = tried(sound, { rule: '', data: { endDate: '20341101', reason: 'EIGHTEEN' } })
  expect(rulesRaised(parentalAuthorityCessation, ahead)).toEqual([])
})
