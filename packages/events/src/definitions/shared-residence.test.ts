import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import { aPerson, holds, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { sharedResidenceCessation } from './shared-residence-cessation.ts'
import { sharedResidenceRegistration } from './shared-residence-registration.ts'

const mother = '0709614096'
const father = '0709614231'
const stranger = '0707614293'
const child = '0111164001'

const family = [
  row('address', home),
  kin('mother', mother),
  kin('father', father),
  holds('00003', mother),
  holds('00004', father),
]
const agreement = row(
  'sharedResidence',
  { otherParentPersonnummer: father, agreementKind: 'PLAIN' },
  { start: '20200101' },
)
const boy = aPerson(child, { rows: family })
const shared = aPerson(child, { rows: [...family, agreement] })
const mum = aPerson(mother, { rows: [row('address', home)] })
const dad = aPerson(father, { rows: [row('address', { ...home, houseNumber: '003' })] })
const dadAtHome = aPerson(father, { rows: [row('address', home)] })

const everywhere = { today: '20261123', authority: '0851', viaPrimary: false }

const sound: Facts = {
  ...everywhere,
  data: {
    personnummer: child,
    otherParentPersonnummer: father,
    startDate: '20261120',
    municipalityCode: '851',
    streetCode: '8513',
    houseNumber: '3',
    agreementKind: 'DISTANCE',
    authority: '0851',
  },
  view: viewOf(boy, mum, dad),
}

const ended: Facts = {
  ...everywhere,
  data: {
    personnummer: child,
    otherParentPersonnummer: father,
    startDate: '20200101',
    endDate: '20261120',
    agreementKind: 'PLAIN',
    reason: 'AGREED',
    authority: '0851',
  },
  view: viewOf(shared, mum, dad),
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', boy),
  { rule: 'status', person: { ...boy, status: '90' } },
  ...personTrials('otherParentPersonnummer', dad, '-2'),
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'no-active-row', person: shared },
  { rule: 'minor', person: { ...boy, birthDate: '20081120' } },
  { rule: 'both-hold', data: { otherParentPersonnummer: stranger } },
  { rule: 'two-homes', person: dadAtHome },
  { rule: 'since-2019', data: { startDate: '20190331' } },
]

const cessationTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', shared),
  { rule: 'status', person: { ...shared, status: '90' } },
  ...personTrials('otherParentPersonnummer', dad, '-2'),
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'active-row', person: boy },
  { rule: 'fmt-date-2', data: { endDate: '20260231' } },
  { rule: 'nofuture-2', data: { endDate: '20261124' } },
  { rule: 'order', data: { endDate: '20191231' } },
  { rule: 'one-side', data: { reason: 'ONE-SIDED' } },
]

test('a plain agreement and its end raise nothing', () => {
  expect(rulesRaised(sharedResidenceRegistration, sound)).toEqual([])
  expect(rulesRaised(sharedResidenceCessation, ended)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(sharedResidenceRegistration, sound, trial)).toEqual({
    sound: false,
    tried: true,
  })
})

test.each(cessationTrials)('one fact is enough against an end ($rule)', (trial) => {
  expect(verdicts(sharedResidenceCessation, ended, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the two is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(sharedResidenceRegistration))
  expect(cessationTrials.map(({ rule }) => rule).toSorted()).toEqual(
    ruleNames(sharedResidenceCessation),
  )
})

const raisedFor = (person: typeof boy) =>
  rulesRaised(sharedResidenceRegistration, tried(sound, { rule: '', person }))

test('one who holds alone shares with nobody', () => {
  const rows = family.filter(({ columns }) => columns['relation'] !== '00004')
  expect(raisedFor(aPerson(child, { rows }))).toEqual(['both-hold'])
})

test('a child lives with one of the two parents', () => {
  const [, ...kinship] = family
  const elsewhere = row('address', { ...home, houseNumber: '099' })
  expect(raisedFor(aPerson(child, { rows: [elsewhere, ...kinship] }))).toEqual(['two-homes'])
  expect(raisedFor(aPerson(child, { rows: kinship }))).toEqual(['two-homes'])
})

test('a start date of the first day will do', () => {
  const facts = tried(sound, { rule: '', data: { startDate: '20190401' } })
  expect(rulesRaised(sharedResidenceRegistration, facts)).toEqual([])
})

test('the row names the other parent and home', () => {
  expect(predict(sharedResidenceRegistration, sound.data, sound.view)).toMatchObject([
    {
      pnr: child,
      entity: 'sharedResidence',
      change: 'append',
      columns: {
        otherParentPersonnummer: father,
        agreementKind: 'DISTANCE',
        municipalityCode: '0851',
        streetCode: '8513',
        houseNumber: '003',
        floor: null,
        door: null,
        buildingNumber: null,
      },
      start: '20261120',
      end: null,
    },
  ])
})

test('the end closes the row on the day', () => {
  expect(predict(sharedResidenceCessation, ended.data, ended.view)).toMatchObject([
    { pnr: child, entity: 'sharedResidence', change: 'end', end: '20261120' },
  ])
})

test('both parents are read to see where they live', () => {
  expect(readsFor(sharedResidenceRegistration, sound.data, emptyView).people).toEqual([
    child,
    father,
  ])
  expect(readsFor(sharedResidenceRegistration, sound.data, viewOf(boy, dad)).people).toEqual([
    mother,
  ])
})

test('why it ended stays in the case', () => {
  expect(reportsOf(sharedResidenceRegistration, sound.data)[0]).toMatchObject({
    person: child,
    data: {
      ANDENPNR: father,
      HDTO: '20261120',
      KOMKOD: '0851',
      VEJKOD: '8513',
      HUSNR: '003 ',
      AFTALETYP: 'DISTANCE',
      MYNKOD: '0851',
    },
  })
  expect(reportsOf(sharedResidenceCessation, ended.data)[0]?.data).toEqual({
    ANDENPNR: father,
    HDTO: '20261120',
    MYNKOD: '0851',
  })
})

test('the end is a case apart that knows the agreement', () => {
  const [offer] = offersIn(sharedResidenceRegistration, sound, () => true)
  expect([offer?.as, offer?.people]).toEqual(['offered', [child]])
  expect(sharedResidenceRegistration.followOns[0]?.separateCase).toBe(true)
  const opened = { followOn: 'shared-residence-cessation@child', person: child }
  expect(prefillFrom(sharedResidenceRegistration, opened, sound.data, sound.view)).toEqual({
    personnummer: child,
    otherParentPersonnummer: father,
    startDate: '20261120',
    agreementKind: 'DISTANCE',
    authority: '0851',
  })
})

test('the child may move to one of them afterwards', () => {
  const offers = offersIn(sharedResidenceCessation, ended, () => true)
  expect(offers.map(({ key, as, people }) => [key, as, people])).toEqual([
    ['move@child', 'offered', [child]],
  ])
})

test.each([
  [sharedResidenceRegistration, '20281122', []],
  [sharedResidenceCessation, '20341101', ['warning']],
])('undoing for somebody grown is warned of ($id, %s)', (definition, today, severities) => {
  const facts = { ...ended, today, acceptedOn: '20261123' }
  expect(blockersOf(definition, facts).map(({ severity }) => severity)).toEqual(severities)
})
