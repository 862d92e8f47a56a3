import { expect, test } from 'vitest'

import type { Holder } from '../case-data.ts'
import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { deadlinesOf } from '../offers.ts'
import { predict } from '../predict.ts'
import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import { aPerson, civil, holds, kin, row, viewOf, withPerson } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { parentalAuthority } from './parental-authority.ts'

const mother = '0709614096'
const father = '0709614231'
const aunt = '1306814172'
const child = '0111164001'
const she = aPerson(mother, { rows: [civil('U')] })
const he = aPerson(father, { rows: [civil('U')] })
const another = aPerson(aunt)
const boy = aPerson(child, {
  rows: [
    kin('mother', mother),
    kin('father', father),
    holds('00003', mother),
    holds('00004', father),
  ],
})

const theMother: Holder = { relation: '00003' }
const theFather: Holder = { relation: '00004' }
const both = [theMother, theFather]
const theAunt: Holder = { relation: '00005', personnummer: aunt }

const sound: Facts = {
  data: {
    personnummer: child,
    holders: both,
    startDate: '20261120',
    deciding: '1301',
    decision: 'Aftale 4',
  },
  view: viewOf(boy, she, he, another),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
}

const married = aPerson(mother, { rows: [civil('G', father)] })

const trials: readonly Trial[] = [
  { rule: 'access', authority: '1401' },
  ...personTrials('personnummer', boy),
  { rule: 'status', person: { ...boy, status: '90' } },
  { rule: 'minor', person: { ...boy, birthDate: '20081120' } },
  { rule: 'fmt-date', data: { startDate: '20261131' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'code', data: { holders: [{ relation: '00009' }] } },
  { rule: 'doc', data: { decision: '-' } },
  { rule: 'one-or-two', data: { holders: [...both, theAunt] } },
  { rule: 'holder-alive', person: { ...he, status: '90' } },
  { rule: 'changes', data: { holders: [theMother] } },
  { rule: 'married', data: { holders: [theMother] }, person: married },
]

test('parents who keep it together raise nothing', () => {
  expect(rulesRaised(parentalAuthority, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(parentalAuthority, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the authority is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(parentalAuthority))
})

const given = (holders: readonly Holder[]) =>
  rulesRaised(parentalAuthority, tried(sound, { rule: '', data: { holders } }))

test.each([
  ['none', []],
  ['one relation twice', [theMother, theMother]],
  ['one person twice', [theMother, { relation: '00005', personnummer: mother }]],
  ['another in the place of a parent', [{ relation: '00003', personnummer: aunt }]],
  ['somebody without a number', [{ relation: '00005' }]],
])('holders must be one or two people (%s)', (_, holders) => {
  const raised = given(holders)
  expect(raised.includes('one-or-two') || raised.includes('required.holders')).toBe(true)
})

test('a parent must be registered to hold it by relation', () => {
  const fatherless = aPerson(child, { rows: [kin('mother', mother), holds('00003', mother)] })
  const facts = { ...sound, view: withPerson(sound.view, fatherless) }
  expect(rulesRaised(parentalAuthority, facts)).toContain('one-or-two')
})

test('a parent may be given by number too', () => {
  expect(given([{ ...theMother, personnummer: mother }, theFather])).toEqual([])
})

test('whoever is no parent is of age and in the register', () => {
  const withAunt = tried(sound, { rule: '', data: { holders: [theAunt] } })
  expect(rulesRaised(parentalAuthority, withAunt)).toEqual(['changes'])
  const young = { ...another, birthDate: '20090101' }
  for (const people of [{ [aunt]: young }, { [aunt]: null }])
    expect(
      rulesRaised(parentalAuthority, {
        ...withAunt,
        view: { ...sound.view, people: { ...sound.view.people, ...people } },
      }),
    ).toContain('holder-alive')
})

test('a first holder takes it from nobody', () => {
  const orphan = aPerson(child, { rows: [kin('mother', mother), kin('father', father)] })
  const view = withPerson(sound.view, orphan)
  expect(rulesRaised(parentalAuthority, { ...sound, view })).toEqual([])
})

test('holders and parents are looked up', () => {
  const data = { ...sound.data, holders: [theAunt] }
  expect(readsFor(parentalAuthority, data, emptyView).people).toEqual([child, aunt])
  expect(readsFor(parentalAuthority, data, viewOf(boy, another)).people).toEqual([mother, father])
})

test('each holder is a row of the report', () => {
  expect(reportsOf(parentalAuthority, { ...sound.data, holders: [theMother, theAunt] })).toEqual([
    {
      service: 'FORMYN-I',
      person: child,
      keys: { PNR: child },
      data: { HDTO: '20261120', MYNKOD: '1301' },
      tables: {
        FORAELDREMYN: [
          { RELTYP: '00003', RELPNR: '' },
          { RELTYP: '00005', RELPNR: aunt },
        ],
      },
    },
  ])
})

const shared = aPerson(child, {
  rows: [...boy.rows.slice(1), row('sharedResidence', { otherParentPersonnummer: father })],
})

const told = (data: Facts['data'], view = sound.view) =>
  predict(parentalAuthority, data, view).map(({ entity, change, columns }) =>
    [change, entity, columns['relation'], columns['holderPersonnummer']].join(' ').trim(),
  )

test('the former rows end, one begins for each holder', () => {
  expect(told({ ...sound.data, holders: [theMother, theAunt] })).toEqual([
    `end parentalAuthority 00003 ${mother}`,
    `end parentalAuthority 00004 ${father}`,
    `append parentalAuthority 00003 ${mother}`,
    `append parentalAuthority 00005 ${aunt}`,
  ])
})

test('a parent without number holds it by relation alone', () => {
  const text = row('kinship', { relation: 'father', personnummer: null, name: 'Jan Ek' })
  const view = viewOf(aPerson(child, { rows: [kin('mother', mother), text] }), she)
  expect(told({ ...sound.data, holders: [theFather] }, view)).toEqual([
    'append parentalAuthority 00004',
  ])
  const facts = tried({ ...sound, view }, { rule: '', data: { holders: [theFather] } })
  expect(rulesRaised(parentalAuthority, facts)).toEqual([])
})

test('shared residence ends when one holder is left', () => {
  const view = withPerson(sound.view, shared)
  expect(told({ ...sound.data, holders: both }, view)).not.toContain('end sharedResidence')
  expect(told({ ...sound.data, holders: [theMother] }, view)).toContain('end sharedResidence')
})

test('rows that begin on the day others end are told apart', () => {
  const newborn = aPerson(child, {
    rows: [
      kin('mother', mother),
      kin('father', father),
      { ...holds('00003', mother), start: '20261120' },
    ],
  })
  const expected = predict(parentalAuthority, sound.data, viewOf(newborn, she, he))
  const after = aPerson(child, {
    rows: [
      { ...holds('00003', mother), start: '20261120' },
      { ...holds('00004', father), start: '20261120' },
      { ...holds('00003', mother), start: '20261120', end: '20261120' },
    ],
  })
  expect(differences(expected, viewOf(after))).toEqual([])
  expect(differences(expected, viewOf(newborn))).not.toEqual([])
})

test('a shared residence ends in a case of its own', () => {
  const facts = {
    ...tried(sound, { rule: '', data: { holders: [theMother] } }),
    view: withPerson(sound.view, shared),
  }
  const opened = { followOn: 'shared-residence-cessation@child', person: child }
  expect(offersOf(parentalAuthority, facts).map(({ key, as }) => [key, as])).toEqual([
    ['shared-residence-registration@child', 'offered'],
    ['move@child', 'offered'],
    ['guardian@child', 'due'],
    ['name-change@child', 'offered'],
    ['shared-residence-cessation@child', 'derived'],
  ])
  expect(prefillOf(parentalAuthority, opened, facts.data, facts.view)).toMatchObject({
    otherParentPersonnummer: father,
    endDate: '20261120',
    authority: '1301',
  })
  const kept = { ...facts, data: sound.data }
  expect(offersOf(parentalAuthority, kept).at(-1)?.as).toBe('notNeeded')
})

test('the rows last until the child is of age', () => {
  expect(deadlinesOf(parentalAuthority, sound, '20261123')).toEqual([
    { id: 'majority-18', date: '20341101', followOn: null, effect: 'note' },
  ])
  const blockers = (today: string) =>
    blockersOf(parentalAuthority, { ...sound, today, acceptedOn: '20261123' })
  expect(blockers('20341031')).toEqual([])
  expect(blockers('20341101').map(({ severity }) => severity)).toEqual(['warning'])
})
