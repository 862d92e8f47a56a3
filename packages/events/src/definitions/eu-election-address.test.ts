import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { deadlinesOf } from '../offers.ts'
import { predict } from '../predict.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { queriesFor } from '../wire/queries.ts'
import { euElectionAddressCessation } from './eu-election-address-cessation.ts'
import { euElectionAddress } from './eu-election-address.ts'

const woman = '0709614096'
const of = (country: string) => row('citizenship', { country })
const left = (departureCountry: string) =>
  row('migration', { departureCountry }, { start: '20250101' })
const voter = aPerson(woman, { status: '80', rows: [of('5100'), left('5120')] })
const registered = {
  ...voter,
  rows: [...voter.rows, row('election', { electionCode: '0002', votingDate: '20290610' })],
}

const registration: Facts = {
  data: {
    personnummer: woman,
    electionCode: '0002',
    startDate: '20261120',
    endDate: '20291231',
    votingDate: '20290610',
    address: ['Storgatan 1', '111 22 Stockholm'],
    country: '5120',
    authority: '0851',
  },
  view: viewOf(voter),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const cessation: Facts = {
  data: {
    personnummer: woman,
    electionCode: '0002',
    startDate: '20000101',
    endDate: '20261120',
    authority: '0851',
  },
  view: viewOf(registered),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const shared: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', voter),
  { rule: 'status', person: { ...voter, status: '70' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'order', data: { endDate: '19991231' } },
  { rule: 'fmt-lines', data: { address: ['x'.repeat(35)] } },
  { rule: 'code', data: { country: '0851' } },
]

const registrations: readonly Trial[] = [
  ...shared,
  { rule: 'right', person: { ...voter, rows: [of('5390'), left('5120')] } },
  { rule: 'abroad', person: { ...voter, rows: [of('5100'), left('5390')] } },
]

const cessations: readonly Trial[] = [
  ...shared,
  { rule: 'active-row', data: { electionCode: '0001' } },
  { rule: 'fmt-date-2', data: { endDate: '20260231' } },
]

test('a Dane in Sweden is told when the list closes', () => {
  expect(rulesRaised(euElectionAddress, registration)).toEqual(['list-open'])
  expect(rulesRaised(euElectionAddressCessation, cessation)).toEqual([])
  const open = tried(registration, { rule: '', data: { votingDate: null } })
  expect(rulesRaised(euElectionAddress, open)).toEqual([])
})

test.each(registrations)('one fact raises a rule of registering ($rule)', (trial) => {
  expect(verdicts(euElectionAddress, registration, trial)).toEqual({ sound: false, tried: true })
})

test.each(cessations)('one fact raises a rule of ending ($rule)', (trial) => {
  expect(verdicts(euElectionAddressCessation, cessation, trial)).toEqual({
    sound: false,
    tried: true,
  })
})

test('every rule of both events is tried', () => {
  expect([...registrations.map(({ rule }) => rule), 'list-open'].toSorted()).toEqual(
    ruleNames(euElectionAddress),
  )
  expect(cessations.map(({ rule }) => rule).toSorted()).toEqual(
    ruleNames(euElectionAddressCessation),
  )
})

test.each([
  ['a Dane', [of('5100')], '0001', true],
  ['a Swede in an EU election', [of('5120')], '0002', true],
  ['a Swede in another election', [of('5120')], '0001', false],
  ['a Norwegian', [of('5110')], '0002', false],
  ['nobody’s citizen', [], '0002', false],
  ['without capacity', [of('5100'), row('guardianship', { kind: '6-FULL' })], '0002', false],
  ['with a guardian', [of('5100'), row('guardianship', { kind: '6-PART' })], '0002', true],
])('citizenship and capacity give the right (%s)', (_, rows, electionCode, isRight) => {
  const person = { ...voter, rows: [...rows, left('5120')] }
  const facts = tried(registration, { rule: '', person, data: { electionCode } })
  expect(rulesRaised(euElectionAddress, facts).includes('right')).toBe(!isRight)
})

test.each([
  ['20290610', true],
  ['20290611', false],
])('somebody must be of age on the election day (%s)', (votingDate, isRaised) => {
  const young = '1106114001'
  const person = aPerson(young, { status: '80', rows: voter.rows })
  const facts = tried(registration, { rule: '', person, data: { personnummer: young, votingDate } })
  expect(rulesRaised(euElectionAddress, facts).includes('right')).toBe(isRaised)
})

test('a resident needs a municipality and a reason', () => {
  const person = { ...voter, status: '01', rows: [of('5100'), row('address', home)] }
  expect(rulesRaised(euElectionAddress, tried(registration, { rule: '', person }))).toEqual([
    'abroad',
    'list-open',
  ])
  const nowhere = { ...person, rows: [of('5100')] }
  expect(
    rulesRaised(euElectionAddress, tried(registration, { rule: '', person: nowhere })),
  ).toContain('status')
})

test('the lookups show whether capacity is taken', () => {
  const reads = { people: [woman], roads: [], households: [], searches: [] }
  const services = queriesFor(euElectionAddress, reads).map(({ service }) => service)
  expect(services).toEqual(expect.arrayContaining(['VALG1', 'VAERGE1', 'STATBOR1', 'ADRESSE3']))
})

test('an address abroad is asked for with its country', () => {
  const facts = tried(registration, { rule: '', data: { address: null } })
  expect(rulesRaised(euElectionAddress, facts)).toEqual(['required.address'])
  const here = tried(facts, { rule: '', data: { country: '5100' } })
  expect(rulesRaised(euElectionAddress, here)).toEqual(['list-open'])
})

test('the election address stands until its last day', () => {
  expect(predict(euElectionAddress, registration.data, registration.view)).toMatchObject([
    {
      pnr: woman,
      entity: 'election',
      change: 'append',
      columns: {
        electionCode: '0002',
        votingDate: '20290610',
        country: '5120',
        line1: 'Storgatan 1',
        line2: '111 22 Stockholm',
        line3: null,
      },
      start: '20261120',
      end: '20291231',
    },
  ])
  expect(
    predict(euElectionAddressCessation, cessation.data, cessation.view).map(
      ({ entity, change, end }) => [entity, change, end],
    ),
  ).toEqual([['election', 'end', '20261120']])
})

test('the worker may end it in a case apart', () => {
  const followOn = 'eu-election-address-cessation@person'
  expect(offersOf(euElectionAddress, registration)).toEqual([
    { key: followOn, as: 'offered', people: [woman], required: false },
  ])
  expect(
    prefillOf(euElectionAddress, { followOn, person: woman }, registration.data, registration.view),
  ).toEqual({ personnummer: woman, electionCode: '0002', authority: '0851' })
})

test('two years after the departure renewal is asked for', () => {
  expect(deadlinesOf(euElectionAddress, registration, '20261123')).toEqual([
    { id: 'vote-abroad-2-years', date: '20270101', followOn: null, effect: 'note' },
  ])
})

test('only a registration says a start on the wire', () => {
  expect(reportsOf(euElectionAddress, registration.data)[0]?.data).toEqual({
    VALGKODE: '0002',
    STARTDATO: '20261120',
    SLETDATO: '20291231',
    VALGRETDATO: '20290610',
    ADR1: 'Storgatan 1',
    ADR2: '111 22 Stockholm',
    LANDEKOD: '5120',
    MYNKOD: '0851',
  })
  expect(reportsOf(euElectionAddressCessation, cessation.data)[0]?.data).toEqual({
    VALGKODE: '0002',
    SLETDATO: '20261120',
    MYNKOD: '0851',
  })
})
