import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { deadlinesOf } from '../offers.ts'
import { predict } from '../predict.ts'
import { readsFor } from '../reads.ts'
import { aPerson, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { protectionCessation } from './protection-cessation.ts'
import { protection } from './protection.ts'

const woman = '0709614096'
const child = '0111164001'
const of = (protectionType: string, start = '20250101') =>
  row('protection', { protectionType }, { start })
const mother = aPerson(woman, { rows: [row('address', home), kin('child', child)] })
const girl = aPerson(child, { rows: [row('address', home), kin('mother', woman)] })
const shielded = aPerson(woman, { rows: [of('00001'), of('00002'), of('00003')] })

const registration: Facts = {
  data: {
    personnummer: woman,
    protectionType: '00001',
    startDate: '20261120',
    endDate: '20271120',
    familyMembers: [child],
    authority: '0851',
  },
  view: viewOf(mother, girl),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const cessation: Facts = {
  data: {
    personnummer: woman,
    protectionType: '00001',
    endDate: '20261120',
    authority: '0851',
  },
  view: viewOf(shielded),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const subjectTrials = personTrials('personnummer', mother).filter(({ rule }) => rule !== 'protect')

const registrations: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...subjectTrials,
  { rule: 'status', person: { ...mother, status: '70' } },
  { rule: 'code', data: { protectionType: '00009' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'order', data: { endDate: '20261119' } },
  { rule: 'same', person: { ...mother, rows: [...mother.rows, of('00001')] } },
  { rule: 'longer', data: { endDate: '20271121' } },
  { rule: 'research-closed', data: { protectionType: '00004' } },
  { rule: 'children', data: { familyMembers: null } },
]

const cessations: readonly Trial[] = [
  { rule: 'access', authority: '3501' },
  ...subjectTrials,
  { rule: 'status', person: { ...shielded, status: '90' } },
  { rule: 'code', data: { protectionType: '00009' } },
  { rule: 'active-row', data: { protectionType: '00005' } },
  { rule: 'fmt-date', data: { endDate: '20260231' } },
  { rule: 'nofuture', data: { endDate: '20261124' } },
]

test('only what the protection covers is told', () => {
  expect(rulesRaised(protection, registration)).toEqual(['covers'])
  const marketing = tried(registration, { rule: '', data: { protectionType: '00003' } })
  expect(rulesRaised(protection, marketing)).toEqual([])
  expect(rulesRaised(protectionCessation, cessation)).toEqual([])
})

test.each(registrations)('one fact raises a rule of registering ($rule)', (trial) => {
  expect(verdicts(protection, registration, trial)).toEqual({ sound: false, tried: true })
})

test.each(cessations)('one fact raises a rule of ending ($rule)', (trial) => {
  expect(verdicts(protectionCessation, cessation, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of both events is tried', () => {
  expect([...registrations.map(({ rule }) => rule), 'covers'].toSorted()).toEqual(
    ruleNames(protection),
  )
  expect([...cessations.map(({ rule }) => rule), 'child-own'].toSorted()).toEqual(
    ruleNames(protectionCessation),
  )
})

test.each([
  [null, '20271120', ['required.endDate']],
  ['Truet af tidligere samlever', '20281120', ['covers']],
  ['-', '20281120', ['longer']],
  [null, '20281120', ['required.reasonLonger']],
])('more than a year takes a reason (%s, %s)', (reasonLonger, end, rules) => {
  const endDate = rules.includes('required.endDate') ? null : end
  const facts = tried(registration, { rule: '', data: { endDate, reasonLonger } })
  expect(rulesRaised(protection, facts)).toEqual(rules)
})

test('a child is told from one who lives elsewhere', () => {
  const away = { ...girl, rows: [row('address', { ...home, houseNumber: '018' })] }
  expect(rulesRaised(protection, tried(registration, { rule: '', person: away }))).toEqual([
    'children',
    'covers',
  ])
  const gone = tried(registration, { rule: '', person: { ...girl, status: '90' } })
  expect(rulesRaised(protection, gone)).toContain('status')
})

test('the protection of a child ends by its parents', () => {
  const young = { ...girl, rows: [...girl.rows, of('00001')] }
  const facts = tried(cessation, { rule: '', person: young, data: { personnummer: child } })
  expect(rulesRaised(protectionCessation, facts)).toEqual(['child-own'])
})

test('everybody included is protected for the same time', () => {
  const changes = predict(protection, registration.data, registration.view)
  expect(
    changes.map(({ pnr, columns, start, end }) => [pnr, columns['protectionType'], start, end]),
  ).toEqual([
    [woman, '00001', '20261120', '20271120'],
    [woman, '00002', '20261120', '20271120'],
    [child, '00001', '20261120', '20271120'],
    [child, '00002', '20261120', '20271120'],
  ])
})

test.each([
  ['00001', [of('00001'), of('00002')], ['00002', '00001']],
  ['00001', [of('00001'), of('00002', '20240101')], ['00001']],
  ['00001', [of('00001')], ['00001']],
  ['00002', [of('00001'), of('00002')], ['00002']],
])('the directory ends with what gave it (%s)', (protectionType, rows, ended) => {
  const view = viewOf(aPerson(woman, { rows }))
  const changes = predict(protectionCessation, { ...cessation.data, protectionType }, view)
  expect(changes.map(({ columns }) => columns['protectionType'])).toEqual(ended)
  expect(changes.every(({ change, end }) => change === 'end' && end === '20261120')).toBe(true)
})

test.each([
  ['20261123', 'offered'],
  ['20261124', 'notNeeded'],
])('an end that is reached may be registered (%s)', (endDate, as) => {
  const facts = tried(registration, { rule: '', data: { endDate } })
  expect(offersOf(protection, facts)).toMatchObject([
    { key: 'protection-cessation@person', as, required: false },
  ])
  const opened = { followOn: 'protection-cessation@person', person: woman }
  expect(prefillOf(protection, opened, facts.data, facts.view)).toEqual({
    personnummer: woman,
    protectionType: '00001',
    endDate,
    authority: '0851',
  })
})

test('the person is reminded before the protection lapses', () => {
  expect(deadlinesOf(protection, registration, '20261123')).toEqual([
    { id: 'protection-30-day-reminder', date: '20271021', followOn: null, effect: 'note' },
    { id: 'protection-1-year', date: '20271120', followOn: null, effect: 'note' },
  ])
})

test.each([
  [{ protectionType: '00003', endDate: null }, []],
  [{ endDate: '20281120', reasonLonger: 'Truet' }, ['protection-30-day-reminder']],
])('no protection lapses before its time (%j)', (data, ids) => {
  const facts = tried(registration, { rule: '', data })
  expect(deadlinesOf(protection, facts, '20261123').map(({ id }) => id)).toEqual(ids)
})

test('the children are looked up once they are known', () => {
  const data = { ...registration.data, familyMembers: [] }
  expect(readsFor(protection, data, viewOf(mother)).people).toEqual([child])
})

test('each child is a report of its own', () => {
  const data = {
    BESKYTTYP: '00001',
    STARTDATO: '20261120',
    SLETDATO: '20271120',
    MYNKOD: '0851',
  }
  expect(reportsOf(protection, registration.data)).toMatchObject([
    { person: woman, keys: { PNR: woman }, data },
    { person: child, keys: { PNR: child }, data },
  ])
  expect(reportsOf(protectionCessation, cessation.data)[0]?.data).toEqual({
    BESKYTTYP: '00001',
    SLETDATO: '20261120',
    MYNKOD: '0851',
  })
})
