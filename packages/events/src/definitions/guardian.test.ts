import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { readsFor } from '../reads.ts'
import { aPerson, holds, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { guardianDischarge } from './guardian-discharge.ts'
import { guardian } from './guardian.ts'

const man = '0709614231'
const woman = '0709614096'
const former = '0707614293'
const boy = '0111164001'
const formerAt = '20200101120000000001'
const newAt = '20261115120000000001'
const by = (guardianPersonnummer: string, timestamp: string) =>
  row(
    'guardian',
    { guardianRelation: '00001', guardianPersonnummer, guardianName: null },
    { timestamp },
  )
const guardianship = row('guardianship', { kind: '5-FINANCIAL', guardianRelation: '00000' })
const ward = aPerson(man, { rows: [guardianship, by(former, formerAt)] })
const helper = aPerson(woman)

const appointment: Facts = {
  data: {
    personnummer: man,
    guardianRelation: '00001',
    guardianPersonnummer: woman,
    startDate: '20261115',
    decision: 'Beskikkelse',
    authority: '1301',
  },
  view: viewOf(ward, helper),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

const discharge: Facts = {
  data: {
    personnummer: man,
    guardianRow: formerAt,
    endDate: '20261115',
    reason: 'CHANGED',
    authority: '1301',
  },
  view: viewOf({ ...ward, rows: [...ward.rows, by(woman, newAt)] }),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

const appointments: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', ward),
  { rule: 'status', person: { ...helper, status: '90' } },
  { rule: 'code', data: { guardianRelation: '00009' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'fmt-lines', data: { guardianAddress: ['x'.repeat(35)] } },
  { rule: 'doc', data: { decision: '-' } },
  { rule: 'needs-guardianship', person: aPerson(man) },
  { rule: 'relation-fields', data: { guardianRelation: '00002' } },
  { rule: 'not-self', data: { guardianPersonnummer: man } },
]

const discharges: readonly Trial[] = [
  { rule: 'access', authority: '1101' },
  ...personTrials('personnummer', ward),
  { rule: 'status', person: { ...ward, status: '90' } },
  { rule: 'active-row', data: { guardianRow: '20190101120000000001' } },
  { rule: 'fmt-date', data: { endDate: '20260231' } },
  { rule: 'remaining', person: ward },
]

test('an appointment asks how many wards there are', () => {
  expect(rulesRaised(guardian, appointment)).toEqual(['guardian-fit'])
  expect(rulesRaised(guardianDischarge, discharge)).toEqual([])
})

test.each(appointments)('one fact raises a rule of appointing ($rule)', (trial) => {
  expect(verdicts(guardian, appointment, trial)).toEqual({ sound: false, tried: true })
})

test.each(discharges)('one fact raises a rule of discharging ($rule)', (trial) => {
  expect(verdicts(guardianDischarge, discharge, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of both events is tried', () => {
  expect([...appointments.map(({ rule }) => rule), 'guardian-fit'].toSorted()).toEqual(
    ruleNames(guardian),
  )
  expect(discharges.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(guardianDischarge))
})

test('a guardian without a number has no wards to count', () => {
  const data = {
    guardianRelation: '00002',
    guardianPersonnummer: null,
    guardianName: 'Ida Holm',
    guardianAddress: ['Storgatan 1'],
  }
  expect(rulesRaised(guardian, tried(appointment, { rule: '', data }))).toEqual([])
})

test('a guardian whom the register lacks is refused', () => {
  expect(rulesRaised(guardian, tried(appointment, { rule: '', nobody: woman }))).toContain('exists')
})

test.each([
  ['held', aPerson(boy, { rows: [holds('00003', former)] }), '01', true],
  ['whose holder is dead', aPerson(boy, { rows: [holds('00003', former)] }), '90', false],
  ['held by nobody', aPerson(boy), '01', false],
])('a minor has a guardian only without holders (%s)', (_, child, status, isRaised) => {
  const facts = tried(appointment, {
    rule: '',
    person: child,
    data: { personnummer: boy },
    view: (view) => ({
      ...view,
      people: { ...view.people, [former]: aPerson(former, { status }) },
    }),
  })
  expect(rulesRaised(guardian, facts).includes('needs-guardianship')).toBe(isRaised)
})

test('holders of a minor are looked up too', () => {
  const child = aPerson(boy, { rows: [holds('00003', former)] })
  const data = { ...appointment.data, personnummer: boy }
  expect(readsFor(guardian, data, viewOf(child, helper)).people).toEqual([former])
})

test('who is named with the guardianship remains', () => {
  const named = row('guardianship', { kind: '5-FINANCIAL', guardianRelation: '00002' })
  const person = { ...ward, rows: [named, by(former, formerAt)] }
  expect(rulesRaised(guardianDischarge, tried(discharge, { rule: '', person }))).toEqual([])
})

test('a new guardian stands beside the former one', () => {
  const data = { ...appointment.data, addressStartDate: '20260901' }
  expect(predict(guardian, data, appointment.view)).toMatchObject([
    {
      pnr: man,
      entity: 'guardian',
      change: 'append',
      columns: { guardianPersonnummer: woman, guardianName: null, addressStartDate: '20260901' },
      before: {},
      start: '20261115',
    },
  ])
})

test('only the guardian chosen is discharged', () => {
  expect(
    predict(guardianDischarge, discharge.data, discharge.view).map(({ change, columns, end }) => [
      change,
      columns['guardianPersonnummer'],
      end,
    ]),
  ).toEqual([['end', former, '20261115']])
})

test('a former guardian must be discharged', () => {
  const opened = { followOn: 'guardian-discharge@person', person: man }
  expect(offersOf(guardian, appointment)).toMatchObject([
    { key: opened.followOn, as: 'due', required: true },
  ])
  const first = { ...appointment, view: viewOf(aPerson(man, { rows: [guardianship] }), helper) }
  expect(offersOf(guardian, first)[0]?.as).toBe('notNeeded')
  expect(prefillOf(guardian, opened, appointment.data, appointment.view)).toEqual({
    personnummer: man,
    guardianRow: formerAt,
    endDate: '20261115',
    reason: 'CHANGED',
    authority: '1301',
  })
})

test('only a discharge names a row on the wire', () => {
  expect(reportsOf(guardian, appointment.data)[0]?.data).toEqual({
    RELTYP: '00001',
    RELPNR: woman,
    HDTO: '20261115',
    MYNKOD: '1301',
  })
  expect(reportsOf(guardianDischarge, discharge.data)[0]?.data).toEqual({
    VAERGETS: formerAt,
    HDTO: '20261115',
    MYNKOD: '1301',
  })
})
