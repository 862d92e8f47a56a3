import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { insteadOf, offersIn, offersUntil } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import type { RegisterView } from '../register-view.ts'
import { aPerson, holds, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { move } from './move.ts'

const woman = '0709614096'
const spouse = '0709614231'
const child = '0111164001'
const other = '0707614293'
const mover = aPerson(woman, { rows: [row('address', home), kin('child', child)] })
const partner = aPerson(spouse, { rows: [row('address', home)] })
const boy = aPerson(child, {
  rows: [
    row('address', home),
    kin('mother', woman),
    kin('father', spouse),
    holds('00003', woman),
    holds('00004', spouse),
  ],
})
const newHome = '0851-8511-016---'

const sound: Facts = {
  data: {
    personnummer: woman,
    moveDate: '20261120',
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '016',
    moveReason: 'OWN',
    authority: '0851',
  },
  view: { ...viewOf(mover, partner, boy), households: { [newHome]: [] } },
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const crowd = Array.from({ length: 10 }, (_, index) => `010160100${index}`)
const living = (people: readonly string[]) => (view: RegisterView) => ({
  ...view,
  households: { [newHome]: people },
})

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', mover),
  { rule: 'status', person: { ...mover, status: '80' } },
  { rule: 'family-members', data: { familyMembers: [spouse, spouse] } },
  { rule: 'fmt-date', data: { moveDate: '20260231' } },
  { rule: 'window', data: { moveDate: '20261222' } },
  { rule: 'late', data: { moveDate: '20261117' } },
  { rule: 'birth', data: { moveDate: '19600101' } },
  { rule: 'latest', data: { moveDate: '19991231' } },
  { rule: 'fmt-num', data: { streetCode: '85a1' } },
  { rule: 'road', data: { houseNumber: '100' } },
  { rule: 'same', data: { streetCode: '8513', houseNumber: '17' } },
  { rule: 'to-municipality', data: { authority: '0101' } },
  { rule: 'lives-there', data: { careOf: 'Holm' } },
  { rule: 'host-confirms', view: living([other]) },
  { rule: 'overcrowding', view: living(crowd) },
  { rule: 'child-hearing', data: { familyMembers: [child] } },
  { rule: 'child-alone', data: { personnummer: child } },
  { rule: 'special-road', data: { streetCode: '9901', houseNumber: null } },
  { rule: 'threatened', data: { moveReason: 'THREATENED' } },
  { rule: 'institution', data: { moveReason: 'INSTITUTION' } },
  { rule: 'order', person: { ...mover, rows: [...mover.rows, row('relocationOrder')] } },
  { rule: 'queue', data: { moveDate: '20261213' } },
]

test('a plain move into an empty home raises nothing', () => {
  expect(rulesRaised(move, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(move, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the move is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(move))
})

test.each([
  ['20261221', ['queue']],
  ['20261222', ['window', 'queue']],
])('a move may lie 28 days ahead and no more (%s)', (moveDate, rules) => {
  expect(rulesRaised(move, tried(sound, { rule: '', data: { moveDate } }))).toEqual(rules)
})

test.each([
  ['001', true],
  ['99', true],
  ['99B', true],
  ['100', false],
  ['x', false],
])('a house stands between the ends of its road (%s)', (houseNumber, stands) => {
  const facts = tried(sound, { rule: '', data: { houseNumber } })
  expect(rulesRaised(move, facts).includes('road')).toBe(!stands)
})

test('a road the register does not know is refused', () => {
  const view = { ...sound.view, roads: { '0851-8511': null } }
  expect(rulesRaised(move, { ...sound, view })).toEqual(['road'])
})

test('the other parent must be heard before a child moves', () => {
  const moving = tried(sound, { rule: '', data: { familyMembers: [child] } })
  expect(rulesRaised(move, moving)).toEqual(['required.otherParentHeard', 'child-hearing'])
  const heard = tried(moving, { rule: '', data: { otherParentHeard: true } })
  expect(rulesRaised(move, heard)).toEqual([])
})

test('a move of the past is former data instead', () => {
  const old = tried(sound, { rule: '', data: { moveDate: '19991231' } })
  expect([insteadOf(move, old), insteadOf(move, sound)]).toEqual(['address.report-former', null])
})

test('a month that the last move began in is no past', () => {
  const data = { moveDate: '20000100', dateUncertain: true }
  expect(insteadOf(move, tried(sound, { rule: '', data }))).toBe(null)
})

test('each who moves along is a report in order', () => {
  const data = {
    ...sound.data,
    familyMembers: [spouse, child],
    houseNumber: '16',
    door: 'tv',
    floor: '1',
  }
  const reports = reportsOf(move, data)
  expect(reports.map(({ person, keys }) => [person, keys])).toEqual([
    [woman, { PNR: woman }],
    [spouse, { PNR: spouse }],
    [child, { PNR: child }],
  ])
  expect(reports[0]?.data).toEqual({
    HDTO: '20261120',
    KOMKOD: '0851',
    VEJKOD: '8511',
    HUSNR: '016 ',
    ETAGE: '01',
    SIDEDOER: '  tv',
    MYNKOD: '0851',
  })
})

test('everyone who moves gets the new address', () => {
  const changes = predict(move, { ...sound.data, familyMembers: [spouse] }, sound.view)
  const addresses = changes.filter(({ entity }) => entity === 'address')
  expect(
    addresses.map(({ pnr, columns, before, start }) => [
      pnr,
      columns['houseNumber'],
      before['houseNumber'],
      start,
    ]),
  ).toEqual([
    [woman, '016', '017', '20261120'],
    [spouse, '016', '017', '20261120'],
  ])
  expect(changes.filter(({ entity }) => entity === 'person').map(({ columns }) => columns)).toEqual(
    [{ status: '01' }, { status: '01' }],
  )
})

test.each([
  ['0851', '9901', '03'],
  ['0957', '0010', '05'],
  ['0957', '9901', '07'],
])('where one lives gives the person status (%s %s)', (municipalityCode, streetCode, status) => {
  const { houseNumber: _, ...rest } = sound.data
  const changes = predict(move, { ...rest, municipalityCode, streetCode }, sound.view)
  expect(changes.find(({ entity }) => entity === 'person')?.columns).toEqual({ status })
})

test('the relatives are read once their rows name them', () => {
  const data = { ...sound.data, familyMembers: [child] }
  const first = readsFor(move, data, emptyView)
  expect(first).toEqual({
    people: [woman, child],
    roads: ['0851-8511'],
    households: [newHome],
    searches: [],
  })
  const second = readsFor(move, data, { ...viewOf(mover, boy), households: { [newHome]: [] } })
  expect(second).toEqual({ people: [spouse], roads: [], households: [], searches: [] })
})

const shared = row('sharedResidence', { otherParentPersonnummer: spouse, agreementKind: 'PLAIN' })
const between = aPerson(child, { rows: [...boy.rows, shared] })
const ends = 'shared-residence-cessation@child'
const apart = aPerson(spouse, {
  rows: [row('address', { ...home, streetCode: '8511', houseNumber: '016' })],
})

test.each([
  ['to the other parent', [child], apart, ['derived', child]],
  ['to another home', [child], aPerson(spouse), ['notNeeded']],
  ['before both parents', [child, spouse], partner, ['notNeeded']],
  ['after both parents', [spouse, child], partner, ['derived', child]],
])('a child between two homes ends there (%s)', (_, familyMembers, father, expected) => {
  const data = { ...sound.data, familyMembers }
  const view = viewOf(mover, father, between)
  const offer = offersIn(move, { ...sound, data, view }, () => true).find(({ key }) => key === ends)
  expect([offer?.as, ...(offer?.people ?? [])]).toEqual(expected)
  const ended = predict(move, data, view).filter(({ entity }) => entity === 'sharedResidence')
  expect(ended.map(({ pnr, end }) => [pnr, end])).toEqual(
    offer?.as === 'derived' ? [[child, '20261120']] : [],
  )
})

test('what ended is told in full', () => {
  const view = viewOf(mover, apart, between)
  expect(prefillFrom(move, { followOn: ends, person: child }, sound.data, view)).toEqual({
    personnummer: child,
    otherParentPersonnummer: spouse,
    startDate: '20000101',
    endDate: '20261120',
    agreementKind: 'PLAIN',
    reason: 'LIVING-TOGETHER',
    authority: '0851',
  })
})

test('optional follow-ons may be taken for thirty days', () => {
  expect(offersUntil('20261123')).toBe('20261223')
})
