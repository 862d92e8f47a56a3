import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { citizenshipLoss } from './citizenship-loss.ts'
import { citizenship } from './citizenship.ts'

const woman = '0709614096'
const of = (country: string, start = '20000101') => row('citizenship', { country }, { start })
const stateless = aPerson(woman, { rows: [of('5103')] })
const dane = aPerson(woman, {
  status: '80',
  rows: [of('5100'), row('election', { electionCode: '0002', votingDate: null })],
})

const acquired: Facts = {
  data: {
    personnummer: woman,
    country: '5100',
    startDate: '20261115',
    ground: 'NATURALISATION',
    documentation: 'Lov om indfødsrets meddelelse',
    authority: '0017',
  },
  view: viewOf(stateless),
  today: '20261123',
  authority: '0017',
  viaPrimary: false,
}

const lost: Facts = {
  data: {
    personnummer: woman,
    country: '5100',
    endDate: '20261115',
    newCountry: '5120',
    documentation: 'Løsningsbevis',
    authority: '0017',
  },
  view: viewOf(dane),
  today: '20261123',
  authority: '0017',
  viaPrimary: false,
}

const acquisitions: readonly Trial[] = [
  { rule: 'access', authority: '1101' },
  ...personTrials('personnummer', stateless),
  { rule: 'status', person: { ...stateless, status: '90' } },
  { rule: 'code', data: { country: '0851' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'birth', data: { startDate: '19610906' } },
  { rule: 'latest', data: { startDate: '19991231' } },
  { rule: 'same', data: { country: '5103' } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'special-codes', data: { country: '5105' } },
  { rule: 'single', person: { ...stateless, rows: [of('5120')] } },
]

const losses: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', dane),
  { rule: 'status', person: { ...dane, status: '90' } },
  { rule: 'code', data: { country: '0851' } },
  { rule: 'fmt-date', data: { endDate: '20260231' } },
  { rule: 'nofuture', data: { endDate: '20261124' } },
  { rule: 'latest', data: { endDate: '19991231' } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'current', data: { country: '5120' } },
  { rule: 'not-stateless', data: { newCountry: '5103' } },
]

test('a plain change of citizenship raises nothing', () => {
  expect(rulesRaised(citizenship, acquired)).toEqual([])
  expect(rulesRaised(citizenshipLoss, lost)).toEqual([])
})

test.each(acquisitions)('one fact raises a rule of acquiring ($rule)', (trial) => {
  expect(verdicts(citizenship, acquired, trial)).toEqual({ sound: false, tried: true })
})

test.each(losses)('one fact raises a rule of losing ($rule)', (trial) => {
  expect(verdicts(citizenshipLoss, lost, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of both events is tried', () => {
  expect(acquisitions.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(citizenship))
  expect(losses.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(citizenshipLoss))
})

test('one citizenship takes the place of another', () => {
  expect(predict(citizenship, acquired.data, acquired.view)).toMatchObject([
    {
      pnr: woman,
      entity: 'citizenship',
      change: 'append',
      columns: { country: '5100' },
      before: { country: '5103' },
      start: '20261115',
    },
  ])
})

test.each([
  ['5120', ['citizenship', 'election']],
  ['5100', ['citizenship']],
])('the right to vote goes with Danish citizenship (%s)', (newCountry, entities) => {
  const changes = predict(citizenshipLoss, { ...lost.data, newCountry }, lost.view)
  expect(changes.map(({ entity }) => entity)).toEqual(entities)
})

test('a lost right ends the election address by itself', () => {
  const followOn = 'eu-election-address-cessation@person'
  const [offer] = offersOf(citizenshipLoss, lost)
  expect(offer).toMatchObject({ key: followOn, people: [woman] })
  const nowhere = { ...lost, view: viewOf(stateless) }
  expect(offersOf(citizenshipLoss, nowhere)[0]?.as).toBe('notNeeded')
  expect(prefillOf(citizenshipLoss, { followOn, person: woman }, lost.data, lost.view)).toEqual({
    personnummer: woman,
    electionCode: '0002',
    endDate: '20261115',
    authority: '0017',
  })
})

test('the documents may show where the birth is registered', () => {
  expect(
    offersOf(citizenship, acquired).map(({ key, as, required }) => [key, as, required]),
  ).toEqual([
    ['name-change@person', 'offered', false],
    ['birth-registration.correct-current@person', 'due', true],
  ])
})

test('only the new country goes to the register', () => {
  expect(reportsOf(citizenship, acquired.data)[0]?.data).toEqual({
    LANDEKOD: '5100',
    HDTO: '20261115',
    MYNKOD: '0017',
  })
  expect(reportsOf(citizenshipLoss, lost.data)[0]?.data).toEqual({
    LANDEKOD: '5120',
    HDTO: '20261115',
    MYNKOD: '0017',
  })
})

test('a later citizenship stands in the way of undoing', () => {
  const later = viewOf(aPerson(woman, { rows: [of('5120', '20261120')] }))
  const facts = { ...acquired, acceptedOn: '20261123' }
  expect(blockersOf(citizenship, facts)).toEqual([])
  expect(blockersOf(citizenship, { ...facts, view: later })).toMatchObject([{ severity: 'error' }])
})
