import { expect, test } from 'vitest'

import { prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { churchMembership } from './church-membership.ts'
import { churchWithdrawal } from './church-withdrawal.ts'
import { naming } from './naming.ts'

const woman = '0709614096'
const child = '0111164001'
const waits = aPerson(child, {
  rows: [row('church', { churchRelation: 'A' }, { start: '20161101' })],
})
const member = aPerson(woman, { rows: [row('church', { churchRelation: 'F' })] })
const outside = { ...member, rows: [row('church', { churchRelation: 'U' })] }

const baptism: Facts = {
  data: {
    personnummer: child,
    churchRelation: 'F',
    startDate: '20261115',
    act: 'BAPTISM',
    holderConsent: true,
    authority: '7001',
  },
  view: viewOf(waits, outside),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const withdrawal: Facts = {
  data: {
    personnummer: woman,
    withdrawalDate: '20261120',
    baptismPlace: 'Vejgaard Kirke',
    baptismDate: '19611015',
    authority: '7001',
  },
  view: viewOf(member),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const admissions: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', waits),
  { rule: 'status', person: { ...waits, status: '90' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'birth', data: { startDate: '20161031' } },
  { rule: 'latest', data: { startDate: '20160930' } },
  { rule: 'code', data: { churchRelation: 'X' } },
  { rule: 'same', data: { churchRelation: 'A' } },
  { rule: 'baptised', data: { act: 'ADMISSION' } },
  { rule: 'other-faith', data: { personnummer: woman } },
  { rule: 'consent', data: { holderConsent: false } },
]

const withdrawals: readonly Trial[] = [
  { rule: 'access', authority: '4601' },
  ...personTrials('personnummer', member),
  { rule: 'status', person: { ...member, status: '90' } },
  { rule: 'fmt-date', data: { withdrawalDate: '20260231' } },
  { rule: 'nofuture', data: { withdrawalDate: '20261124' } },
  { rule: 'fmt-date-2', data: { baptismDate: '19610231' } },
  { rule: 'latest', data: { withdrawalDate: '19991231' } },
  { rule: 'active-row', person: outside },
  { rule: 'written', data: { baptismPlace: '-' } },
]

test('a baptism raises nothing, a withdrawal asks whose wish', () => {
  expect(rulesRaised(churchMembership, baptism)).toEqual([])
  expect(rulesRaised(churchWithdrawal, withdrawal)).toEqual(['identity'])
})

test.each(admissions)('one fact raises a rule of membership ($rule)', (trial) => {
  expect(verdicts(churchMembership, baptism, trial)).toEqual({ sound: false, tried: true })
})

test.each(withdrawals)('one fact raises a rule of withdrawal ($rule)', (trial) => {
  expect(verdicts(churchWithdrawal, withdrawal, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of both events is tried', () => {
  expect(admissions.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(churchMembership))
  expect([...withdrawals.map(({ rule }) => rule), 'identity'].toSorted()).toEqual(
    ruleNames(churchWithdrawal),
  )
})

test.each([
  ['19610906', true],
  ['19610000', false],
  ['20261121', true],
])('a baptism lies between birth and withdrawal (%s)', (baptismDate, isRaised) => {
  const facts = tried(withdrawal, { rule: '', data: { baptismDate, dateUncertain: true } })
  expect(rulesRaised(churchWithdrawal, facts).includes('written')).toBe(isRaised)
})

test('somebody of age needs the consent of nobody', () => {
  const data = { personnummer: woman, act: 'ADMISSION', holderConsent: null }
  expect(rulesRaised(churchMembership, tried(baptism, { rule: '', data }))).toEqual([
    'baptised',
    'other-faith',
  ])
})

test('the new relation takes the place of the former', () => {
  expect(predict(churchMembership, baptism.data, baptism.view)).toMatchObject([
    {
      pnr: child,
      entity: 'church',
      change: 'append',
      columns: { churchRelation: 'F' },
      before: { churchRelation: 'A' },
      start: '20261115',
    },
  ])
  expect(predict(churchWithdrawal, withdrawal.data, withdrawal.view)).toMatchObject([
    { columns: { churchRelation: 'U' }, before: { churchRelation: 'F' }, start: '20261120' },
  ])
})

test('only the membership says a relation on the wire', () => {
  expect(reportsOf(churchMembership, baptism.data).map(({ data }) => data)).toEqual([
    { FKIRK: 'F', HDTO: '20261115', MYNKOD: '7001' },
  ])
  expect(reportsOf(churchWithdrawal, withdrawal.data).map(({ data }) => data)).toEqual([
    { HDTO: '20261120', MYNKOD: '7001' },
  ])
})

test('a naming by baptism says how the child joins', () => {
  const named = { personnummer: child, namingDate: '20261115', authority: '7001' }
  const opened = { followOn: 'church-membership@child', person: child }
  const prefilled = prefillOf(naming, opened, named, baptism.view)
  expect(prefilled).toEqual({
    personnummer: child,
    startDate: '20261115',
    churchRelation: 'F',
    act: 'BAPTISM',
    authority: '7001',
  })
  const facts = { ...baptism, data: { ...prefilled, holderConsent: true } }
  expect(rulesRaised(churchMembership, facts)).toEqual([])
})
