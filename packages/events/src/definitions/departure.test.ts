import { expect, test } from 'vitest'

import type { CaseDataChange } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { readsFor } from '../reads.ts'
import type { PersonView } from '../register-view.ts'
import { aPerson, holds, home, kin, row, viewOf, withPerson } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { departure } from './departure.ts'

const woman = '0709614096'
const spouse = '0709614231'
const child = '0111164001'
const leaver = aPerson(woman, { rows: [row('address', home), kin('child', child)] })
const partner = aPerson(spouse, { rows: [row('address', home), kin('child', child)] })
const girl = aPerson(child, {
  rows: [
    row('address', home),
    kin('mother', woman),
    kin('father', spouse),
    holds('00003', woman),
    holds('00004', spouse),
  ],
})
const shared = row('sharedResidence', { otherParentPersonnummer: spouse, agreementKind: 'PLAIN' })
const between = aPerson(child, { rows: [...girl.rows, shared] })

const sound: Facts = {
  data: {
    personnummer: woman,
    departureDate: '20261123',
    departureCountry: '5180',
    authority: '0851',
  },
  view: viewOf(leaver, partner, girl),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

function leaving(data: CaseDataChange, ...people: readonly PersonView[]): Facts {
  return tried({ ...sound, view: people.reduce(withPerson, sound.view) }, { rule: '', data })
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', leaver),
  { rule: 'status', person: { ...leaver, status: '80' } },
  { rule: 'family-members', data: { familyMembers: [woman] } },
  { rule: 'own', data: { authority: '0101' } },
  { rule: 'fmt-date', data: { departureDate: '20261131' } },
  { rule: 'window', data: { departureDate: '20261222' } },
  { rule: 'late', data: { departureDate: '20261122' } },
  { rule: 'latest', data: { departureDate: '19991231' } },
  { rule: 'code', data: { departureCountry: '0851' } },
  { rule: 'fmt-lines', data: { foreignAddress: ['x'.repeat(35)] } },
  { rule: 'not-greenland', data: { departureCountry: '5901' } },
  { rule: 'child-consent', data: { familyMembers: [child] } },
  { rule: 'nordic-date', data: { departureCountry: '5120' } },
  { rule: 'queue', data: { departureDate: '20261124' } },
]

/** Only a person can vouch for it, so it is asked every time. */
const asked = ['six-months', 'exception']

test('a departure today asks only what nobody knows', () => {
  expect(rulesRaised(departure, sound)).toEqual(asked)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(departure, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the departure is tried', () => {
  expect([...trials.map(({ rule }) => rule), ...asked].toSorted()).toEqual(ruleNames(departure))
})

test.each([
  ['5902', []],
  ['5100', ['not-greenland']],
])('the Faroe Islands are abroad, Denmark is not (%s)', (departureCountry, rules) => {
  expect(rulesRaised(departure, leaving({ departureCountry }))).toEqual([...asked, ...rules])
})

test.each([
  ['with one parent', { familyMembers: [child] }, true],
  ['with consent', { familyMembers: [child], otherParentConsent: true }, false],
  ['with both parents', { familyMembers: [spouse, child] }, false],
  ['alone', { personnummer: child }, true],
])('a child leaves with the consent of both (%s)', (_, data, isRaised) => {
  expect(rulesRaised(departure, leaving(data)).includes('child-consent')).toBe(isRaised)
})

test('one who alone holds authority needs no consent', () => {
  const alone = aPerson(child, { rows: [row('address', home), holds('00003', woman)] })
  expect(rulesRaised(departure, leaving({ familyMembers: [child] }, alone))).toEqual(asked)
})

test('the flag of a Nordic country is enough', () => {
  expect(rulesRaised(departure, leaving({ nordic: true }))).toContain('nordic-date')
})

function told(facts: Facts): readonly unknown[] {
  return predict(departure, facts.data, facts.view).map(({ pnr, entity, change, columns, end }) => [
    pnr,
    `${entity} ${change}`,
    Object.values(columns)
      .filter((value) => value !== null)
      .join(' '),
    end,
  ])
}

test('what one had here ends, the departure stands open', () => {
  const rows = [
    ...leaver.rows.slice(1),
    row('supplementaryAddress', { line1: 'Boks 7' }),
    row('relocationOrder'),
  ]
  const facts = leaving({ foreignAddress: ['Hauptstr. 1', 'Berlin'] }, aPerson(woman, { rows }))
  expect(told(facts)).toEqual([
    [woman, 'person set', '80', null],
    [woman, 'address end', '0851 8513 017', '20261123'],
    [woman, 'migration append', '5180 Hauptstr. 1 Berlin', null],
    [woman, 'supplementaryAddress end', 'Boks 7', '20261123'],
    [woman, 'relocationOrder end', '', '20261123'],
  ])
})

test('each who leaves along is a report in order', () => {
  const facts = leaving({ familyMembers: [spouse, child], contactAddress: ['c/o Holm'] })
  expect(reportsOf(departure, facts.data).map(({ keys, data }) => [keys, data])).toEqual(
    [woman, spouse, child].map((pnr) => [
      { PNR: pnr },
      { HDTO: '20261123', UDRLANDEKOD: '5180', MYNKOD: '0851' },
    ]),
  )
  expect(told(facts).filter((change) => String(change).includes('person set'))).toEqual(
    [woman, spouse, child].map((pnr) => [pnr, 'person set', '80', null]),
  )
})

const ended = [child, 'sharedResidence end', `${spouse} PLAIN`, '20261123']

test.each([
  ['the parent', {}],
  ['the other parent', { personnummer: spouse }],
  ['the child', { personnummer: child }],
  ['a parent who leaves along', { personnummer: '0707614293', familyMembers: [spouse] }],
])('shared residence ends whoever of the three leaves (%s)', (_, data) => {
  const facts = leaving(data, between, aPerson('0707614293'))
  expect(told(facts)).toContainEqual(ended)
  const offer = offersIn(departure, facts, () => true).find(({ as }) => as === 'derived')
  expect([offer?.key, offer?.people]).toEqual(['shared-residence-cessation@children', [child]])
})

test('the children are read once the parents name them', () => {
  const view = viewOf(leaver)
  expect(readsFor(departure, sound.data, view).people).toEqual([child])
})

test('what follows begins with what is known', () => {
  const { data, view } = leaving({ contactAddress: ['c/o Holm', 'Svinget 4'] }, between)
  const ofChild = { followOn: 'shared-residence-cessation@children', person: child }
  expect(prefillFrom(departure, ofChild, data, view)).toEqual({
    personnummer: child,
    authority: '0851',
    otherParentPersonnummer: spouse,
    startDate: '20000101',
    endDate: '20261123',
    agreementKind: 'PLAIN',
    reason: 'MOVE',
  })
  const ofWoman = { followOn: 'contact-address@person', person: woman }
  expect(prefillFrom(departure, ofWoman, data, view)).toEqual({
    personnummer: woman,
    authority: '0851',
    startDate: '20261123',
    lines: ['c/o Holm', 'Svinget 4'],
  })
})

test('without a family nothing is asked about children', () => {
  const alone = aPerson(woman, { rows: [row('address', home)] })
  const offers = offersIn(departure, leaving({}, alone), () => true)
  expect(offers.filter(({ as }) => as === 'notNeeded').map(({ key }) => key)).toEqual([
    'shared-residence-cessation@children',
    'parental-authority@children',
  ])
})

const gone = row('migration', { departureCountry: '5180' }, { start: '20261123' })
const list = row(
  'election',
  { electionCode: '0002', votingDate: '20261120' },
  { start: '20261123' },
)

test.each([
  ['departed', aPerson(woman, { status: '80', rows: [gone] }), []],
  ['back again', aPerson(woman, { status: '01' }), ['error']],
  ['dead', aPerson(woman, { status: '90' }), ['error']],
  [
    'left again',
    aPerson(woman, { status: '80', rows: [{ ...gone, start: '20270101' }] }),
    ['error'],
  ],
  ['listed', aPerson(woman, { status: '80', rows: [gone, list] }), ['warning']],
])('a departure that no longer stands is not undone (%s)', (_, now, severities) => {
  const facts = { ...sound, view: withPerson(sound.view, now), acceptedOn: '20261123' }
  expect(blockersOf(departure, facts).map(({ severity }) => severity)).toEqual(severities)
})
