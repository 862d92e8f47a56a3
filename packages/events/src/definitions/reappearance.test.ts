import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { reappearance } from './reappearance.ts'

const pnr = '0709614096'
const post = row('contactAddress', { line1: 'Søster' }, { start: '20250101' })
const open = row('disappearance', {}, { start: '20260101' })
const gone = aPerson(pnr, { status: '70', rows: [open] })
const reached = aPerson(pnr, { status: '70', rows: [open, post] })

const sound: Facts = {
  data: {
    personnummer: pnr,
    reappearanceDate: '20261120',
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '16',
    floor: '1',
    foundAs: 'RESIDENT',
    authority: '0851',
  },
  view: viewOf(gone),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', gone),
  { rule: 'status', person: aPerson(pnr) },
  { rule: 'fmt-date', data: { reappearanceDate: '20261100' } },
  { rule: 'nofuture', data: { reappearanceDate: '20261124' } },
  { rule: 'latest', data: { reappearanceDate: '20251231' } },
  { rule: 'road', data: { houseNumber: '100' } },
  { rule: 'open-row', person: aPerson(pnr) },
  { rule: 'found-dead', data: { foundAs: 'DEAD' } },
]

test('a plain reappearance raises nothing', () => {
  expect(rulesRaised(reappearance, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(reappearance, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the reappearance is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(reappearance))
})

const raised = (data: Trial['data'] = {}) =>
  rulesRaised(reappearance, tried(sound, { rule: '', data }))

test('a road has house numbers, no fixed abode has none', () => {
  expect(raised({ houseNumber: null })).toEqual(['required.houseNumber'])
  expect(raised({ streetCode: '9901', houseNumber: null })).toEqual([])
  expect(raised({ streetCode: '9901' })).toEqual(['road'])
})

test.each([
  ['0851', '8511', '01'],
  ['0851', '9901', '03'],
  ['0957', '0010', '05'],
  ['0957', '9901', '07'],
])('where one is found gives the status (%s %s)', (municipalityCode, streetCode, status) => {
  const changes = predict(
    reappearance,
    { ...sound.data, municipalityCode, streetCode },
    viewOf(reached),
  )
  expect(changes.map(({ entity, change, start, end }) => [entity, change, end ?? start])).toEqual([
    ['disappearance', 'end', '20261120'],
    ['address', 'append', '20261120'],
    ['person', 'set', null],
    ['contactAddress', 'end', '20261120'],
  ])
  expect(changes.find(({ entity }) => entity === 'person')?.columns).toEqual({ status })
})

const offered = (trial: Omit<Trial, 'rule'> = {}) =>
  Object.fromEntries(
    offersIn(reappearance, tried(sound, { rule: '', ...trial }), () => true).map(
      ({ key, as, people }) => [key, [as, ...people]],
    ),
  )

test('somebody found here needs nothing more', () => {
  expect(offered()).toEqual({
    'address.report-former@person': ['offered', pnr],
    'protection@person': ['offered', pnr],
    'departure@person': ['notNeeded', pnr],
    'supplementary-address@person': ['offered', pnr],
    'shared-residence-registration@children': ['offered'],
    'contact-address-cessation@person': ['notNeeded', pnr],
  })
})

test('somebody found abroad must leave the country', () => {
  expect(offered({ data: { foundAs: 'DEPARTED' } })['departure@person']).toEqual(['due', pnr])
})

test('the end of the contact address knows its day', () => {
  const followOn = 'contact-address-cessation@person'
  expect(offered({ person: reached })[followOn]).toEqual(['derived', pnr])
  expect(prefillFrom(reappearance, { followOn, person: pnr }, sound.data, viewOf(reached))).toEqual(
    { personnummer: pnr, endDate: '20261120', authority: '0851' },
  )
})

test('what somebody was found as stays in the case', () => {
  expect(reportsOf(reappearance, sound.data)[0]?.data).toEqual({
    HDTO: '20261120',
    KOMKOD: '0851',
    VEJKOD: '8511',
    HUSNR: '016 ',
    ETAGE: '01',
    MYNKOD: '0851',
  })
})

const found = row('address', home, { start: '20261120', timestamp: '20261123120000000001' })
const moved = row('address', home, { start: '20261122', timestamp: '20261124120000000001' })

test.each([
  ['01', found, []],
  ['01', moved, ['error']],
  ['80', found, ['error']],
])('what came later stands in the way of undoing (%s)', (status, address, severities) => {
  const view = viewOf(aPerson(pnr, { status, rows: [address] }))
  const blockers = blockersOf(reappearance, { ...sound, view, acceptedOn: '20261123' })
  expect(blockers.map(({ severity }) => severity)).toEqual(severities)
})
