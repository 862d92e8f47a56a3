import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { AcceptedFacts, Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { underGuardianshipCessation } from './under-guardianship-cessation.ts'
import { underGuardianship } from './under-guardianship.ts'

const man = '0709614231'
const woman = '0709614096'
const boy = '0111164001'
const ward = aPerson(man)
const helper = aPerson(woman)
const kind = (code: string) => row('guardianship', { kind: code })
const appointed = (timestamp: string, start = '20000101') =>
  row('guardian', { guardianRelation: '00001', guardianPersonnummer: woman }, { timestamp, start })

const start: Facts = {
  data: {
    personnummer: man,
    kind: '6-FULL',
    startDate: '20261115',
    endDate: '20281115',
    guardianRelation: '00001',
    guardianPersonnummer: woman,
    deciding: '1101',
    decision: 'Kendelse af 15. november',
  },
  view: viewOf(ward, helper),
  today: '20261123',
  authority: '1101',
  viaPrimary: false,
}

const byAddress = {
  guardianRelation: '00002',
  guardianPersonnummer: null,
  guardianName: 'Ida Holm',
  guardianAddress: ['Storgatan 1', '111 22 Stockholm'],
}

const end: Facts = {
  data: {
    personnummer: man,
    endDate: '20261120',
    reason: 'DECISION',
    documentation: 'Kendelse',
    authority: '1101',
  },
  view: viewOf({
    ...ward,
    rows: [
      kind('6-FULL'),
      appointed('20200101120000000001'),
      row('guardian', { guardianName: 'Bo Holm' }, { timestamp: '20210101120000000001' }),
    ],
  }),
  today: '20261123',
  authority: '1101',
  viaPrimary: false,
}

const starts: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', ward),
  { rule: 'status', person: { ...ward, status: '90' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'order', data: { endDate: '20261114' } },
  { rule: 'code', data: { kind: '8' } },
  { rule: 'code-2', data: { guardianRelation: '00009' } },
  { rule: 'fmt-lines', data: { guardianAddress: ['x'.repeat(35)] } },
  { rule: 'doc', data: { decision: '-' } },
  { rule: 'adult', person: aPerson(boy), data: { personnummer: boy } },
  { rule: 'one', person: { ...ward, rows: [kind('5-FINANCIAL')] } },
  { rule: 'guardian-ok', data: { guardianPersonnummer: man } },
  { rule: 'relation-fields', data: { guardianRelation: '00000' } },
]

const ends: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', ward),
  { rule: 'status', person: { ...ward, status: '10' } },
  { rule: 'active-row', person: ward },
  { rule: 'fmt-date', data: { endDate: '20260231' } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'after-start', data: { endDate: '19991231' } },
]

test('a decision that names a guardian raises nothing', () => {
  expect(rulesRaised(underGuardianship, start)).toEqual([])
  expect(rulesRaised(underGuardianship, tried(start, { rule: '', data: byAddress }))).toEqual([])
  expect(rulesRaised(underGuardianshipCessation, end)).toEqual([])
})

test.each(starts)('one fact raises a rule of starting ($rule)', (trial) => {
  expect(verdicts(underGuardianship, start, trial)).toEqual({ sound: false, tried: true })
})

test.each(ends)('one fact raises a rule of ending ($rule)', (trial) => {
  expect(verdicts(underGuardianshipCessation, end, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of both events is tried', () => {
  expect(starts.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(underGuardianship))
  expect(ends.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(underGuardianshipCessation))
})

test.each([
  ['dead', { ...helper, status: '90' }, true],
  ['a ward too', { ...helper, rows: [kind('5-PERSONAL')] }, true],
  ['a child', { ...helper, birthDate: '20081116' }, true],
  ['just of age', { ...helper, birthDate: '20081115' }, false],
])('a guardian can answer for another (%s)', (_, person, isRaised) => {
  const facts = tried(start, { rule: '', person })
  expect(rulesRaised(underGuardianship, facts)).toEqual(isRaised ? ['guardian-ok'] : [])
})

test('a guardian whom the register lacks is refused', () => {
  const facts = tried(start, { rule: '', nobody: woman })
  expect(rulesRaised(underGuardianship, facts)).toEqual(['guardian-ok'])
})

test.each([
  ['00001', { guardianPersonnummer: null }, ['required.guardianPersonnummer']],
  ['00002', {}, ['required.guardianName', 'required.guardianAddress']],
  ['00002', { ...byAddress, guardianPersonnummer: woman }, ['relation-fields']],
  ['00000', { guardianPersonnummer: null }, []],
])('the relation says how a guardian is named (%s)', (guardianRelation, named, rules) => {
  const facts = tried(start, { rule: '', data: { ...named, guardianRelation } })
  expect(rulesRaised(underGuardianship, facts)).toEqual(rules)
})

test('a guardianship may follow one that ends that day', () => {
  const ending = row('guardianship', { kind: '5-FINANCIAL' }, { end: '20261115' })
  const person = { ...ward, asOf: '20261114', rows: [ending] }
  expect(rulesRaised(underGuardianship, tried(start, { rule: '', person }))).toEqual([])
})

test('the guardian is looked up with the ward', () => {
  expect(readsFor(underGuardianship, start.data, emptyView).people).toEqual([man, woman])
})

test('a guardianship stands with its guardian until its end', () => {
  expect(predict(underGuardianship, start.data, start.view)).toMatchObject([
    {
      pnr: man,
      entity: 'guardianship',
      change: 'append',
      columns: { kind: '6-FULL', guardianRelation: '00001', guardianPersonnummer: woman },
      start: '20261115',
      end: '20281115',
    },
  ])
})

test('every guardian goes with the guardianship', () => {
  expect(
    predict(underGuardianshipCessation, end.data, end.view).map((change) => [
      change.entity,
      change.change,
      change.end,
    ]),
  ).toEqual([
    ['guardianship', 'end', '20261120'],
    ['guardian', 'end', '20261120'],
    ['guardian', 'end', '20261120'],
  ])
})

test.each([
  ['00000', 'due'],
  ['00001', 'notNeeded'],
])('a guardian who is not named must be appointed (%s)', (guardianRelation, as) => {
  const facts = { ...start, data: { ...start.data, guardianRelation } }
  expect(offersOf(underGuardianship, facts)[0]).toMatchObject({ key: 'guardian@person', as })
  const opened = { followOn: 'guardian@person', person: man }
  expect(prefillOf(underGuardianship, opened, facts.data, facts.view)).toEqual({
    personnummer: man,
    startDate: '20261115',
    decision: 'Kendelse af 15. november',
    authority: '1101',
  })
})

test('the discharge of a guardian comes by itself', () => {
  const opened = { followOn: 'guardian-discharge@person', person: man }
  expect(offersOf(underGuardianshipCessation, end)).toMatchObject([
    { key: opened.followOn, as: 'derived', people: [man] },
  ])
  const alone = { ...end, view: viewOf({ ...ward, rows: [kind('6-FULL')] }) }
  expect(offersOf(underGuardianshipCessation, alone)[0]?.as).toBe('notNeeded')
  expect(prefillOf(underGuardianshipCessation, opened, end.data, end.view)).toEqual({
    personnummer: man,
    guardianRow: '20200101120000000001',
    endDate: '20261120',
    reason: 'DECISION',
    authority: '1101',
  })
})

test('only a start says a kind on the wire', () => {
  const data = { ...start.data, ...byAddress, guardianPersonnummer: '' }
  expect(reportsOf(underGuardianship, data)[0]?.data).toEqual({
    VAERGETYP: '6-FULL',
    HDTO: '20261115',
    SLETDATO: '20281115',
    RELTYP: '00002',
    RELADRSAT: 'Ida Holm',
    RELTXT1: 'Storgatan 1',
    RELTXT2: '111 22 Stockholm',
    MYNKOD: '1101',
  })
  expect(reportsOf(underGuardianshipCessation, end.data)[0]?.data).toEqual({
    HDTO: '20261120',
    SLETDATO: '20261120',
    MYNKOD: '1101',
  })
})

const one = appointed('20261116120000000001', '20261116')
const other = appointed('20261118120000000001', '20261118')

test.each([
  ['named', '00001', [], 0],
  ['named, then another', '00001', [one], 1],
  ['nobody named, one appointed', '00000', [one], 0],
  ['nobody named, two in turn', '00000', [one, other], 1],
])('a new guardian stands in the way of undoing (%s)', (_, guardianRelation, rows, count) => {
  const facts: AcceptedFacts = {
    ...start,
    data: { ...start.data, guardianRelation },
    view: viewOf({ ...ward, rows }),
    acceptedOn: '20261115',
  }
  expect(blockersOf(underGuardianship, facts)).toHaveLength(count)
})
