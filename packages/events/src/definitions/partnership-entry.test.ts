import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, kin, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { partnershipEntry } from './partnership-entry.ts'

const one = '0709614231'
const two = '0707614293'
const he = aPerson(one, { rows: [civil('U')] })
const other = aPerson(two, { rows: [civil('F')] })

const sound: Facts = {
  data: {
    personnummer: one,
    partnerPersonnummer: two,
    partnershipDate: '20261120',
    partnershipAuthority: '5120',
    country: '5120',
  },
  view: viewOf(he, other),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', he),
  { rule: 'status', person: { ...he, status: '90' } },
  ...personTrials('partnerPersonnummer', other, '-2'),
  { rule: 'status-2', person: { ...other, status: '90' } },
  { rule: 'fmt-date', data: { partnershipDate: '20261131' } },
  { rule: 'nofuture', data: { partnershipDate: '20261124' } },
  { rule: 'latest', person: aPerson(two, { rows: [civil('F', null, { start: '20261121' })] }) },
  { rule: 'two', data: { partnerPersonnummer: one } },
  { rule: 'civ', person: aPerson(one, { rows: [civil('G', '0709614096')] }) },
  { rule: 'civ-2', person: aPerson(two, { rows: [civil('P', '0709614096')] }) },
  { rule: 'adult', person: { ...other, birthDate: '20090101' } },
  { rule: 'notrel', person: { ...he, rows: [...he.rows, kin('child', two)] } },
  { rule: 'law-window', data: { country: null } },
  { rule: 'same-sex', person: { ...other, sex: 'K' } },
]

test('a partnership abroad raises nothing', () => {
  expect(rulesRaised(partnershipEntry, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(partnershipEntry, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the partnership is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(partnershipEntry))
})

test.each([
  ['20120614', []],
  ['20120615', ['law-window']],
])('the law in Denmark ended on one day (%s)', (partnershipDate, raised) => {
  const data = { partnershipDate, country: null }
  expect(rulesRaised(partnershipEntry, tried(sound, { rule: '', data }))).toEqual(raised)
})

test('partners already are not converted by it', () => {
  const view = viewOf(
    aPerson(one, { rows: [civil('P', two)] }),
    aPerson(two, { rows: [civil('P', one)] }),
  )
  expect(rulesRaised(partnershipEntry, { ...sound, view })).toEqual(['civ', 'civ-2'])
})

test('both become partners of each other', () => {
  const told = predict(partnershipEntry, sound.data, sound.view)
  expect(told.map(({ pnr, columns, derivedMark }) => [pnr, columns, derivedMark])).toEqual([
    [one, { civilStatus: 'P', spousePersonnummer: two, authority: '5120' }, null],
    [two, { civilStatus: 'P', spousePersonnummer: one, authority: '5120' }, 'PA'],
  ])
})

const unknown: Facts = {
  ...sound,
  data: { ...sound.data, partnerPersonnummer: '0000000000', partnerName: 'Jan Ek' },
}

test('a partner without number is named by text', () => {
  expect(rulesRaised(partnershipEntry, unknown)).toEqual([])
  const nameless = tried(unknown, { rule: '', data: { partnerName: null } })
  expect(rulesRaised(partnershipEntry, nameless)).toEqual(['required.partnerName'])
  const told = predict(partnershipEntry, unknown.data, unknown.view)
  expect(told.map(({ columns }) => columns['spouseName'] ?? columns['civilStatus'])).toEqual([
    'P',
    'Jan Ek',
  ])
  expect(reportsOf(partnershipEntry, unknown.data)[0]).toMatchObject({
    keys: { PNR: one, SPNR: '0000000000' },
    data: { HDTO: '20261120', MYNKOD: '5120', AEGTENVN: 'Jan Ek' },
  })
})

test('a partnership may be turned into a marriage', () => {
  const offers = offersOf(partnershipEntry, sound)
  expect(offers.map(({ key, as, people }) => [key, as, ...people])).toEqual([
    ['name-change@person-and-partner', 'offered', one, two],
    ['move@person-or-partner', 'offered', one, two],
    ['marriage-entry@person', 'offered', one],
    ['addressing-name@person-and-partner', 'offered', one, two],
  ])
  const opened = { followOn: 'marriage-entry@person', person: one }
  expect(prefillOf(partnershipEntry, opened, sound.data, sound.view)).toEqual({
    personnummer: one,
    spousePersonnummer: two,
    marriageKind: 'CONVERSION',
  })
})

test.each(['O', 'G', 'D', 'U'])('what came after stands in the way (%s)', (status) => {
  const now = (start: string) =>
    blockersOf(partnershipEntry, {
      ...sound,
      view: viewOf(he, aPerson(two, { rows: [civil(status, one, { start })] })),
      acceptedOn: '20261123',
    })
  expect(now('20261122').map(({ severity }) => severity)).toEqual(['error'])
  expect(now('20261120')).toEqual([])
})
