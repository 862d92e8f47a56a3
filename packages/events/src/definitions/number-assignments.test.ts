import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { readsFor } from '../reads.ts'
import { emptyView, searchKey } from '../register-view.ts'
import type { Match } from '../register-view.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { findingsOf, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { administrativePnr, atpPnr, taxPnr } from './number-assignments.ts'

const given = '0304904114'
const other = '0304904238'
const born = { birthDate: '19900403', sex: 'K' }

const sound: Facts = {
  data: {
    ...born,
    assignmentDate: '20261120',
    firstNames: 'Zoë Maria',
    lastName: 'Kowalska',
    citizenship: '5154',
    foreignAddress: ['ul. Krotka 4', '00-950 Warszawa'],
    documentation: 'Pas 44',
    authority: '0011',
  },
  view: { ...emptyView, matches: { [searchKey(born)]: [] } },
  today: '20261123',
  authority: '0011',
  viaPrimary: false,
}

function found(...matches: readonly Match[]): NonNullable<Trial['view']> {
  return (view) => ({ ...view, matches: { [searchKey(born)]: matches } })
}

const namesake: Match = { pnr: other, addressingName: 'Kowalska,Anna', status: '80' }

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  { rule: 'fmt-date', data: { birthDate: '19900431' } },
  { rule: 'nofuture', data: { birthDate: '20261124' } },
  { rule: 'code', data: { sex: 'X' } },
  { rule: 'code-2', data: { citizenship: '0851' } },
  { rule: 'fmt-name', data: { firstNames: 'Zoë 2' } },
  { rule: 'fmt-name-2', data: { lastName: 'K'.repeat(41) } },
  { rule: 'fmt-lines', data: { foreignAddress: ['1', '2', '3', '4', '5', '6'] } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'no-duplicate', view: found(namesake) },
  { rule: 'issuer', data: { authority: '0012' } },
]

/** Only a person can vouch for it, so it is asked every time. */
const asked = ['not-resident', 'purpose']

test('a stranger is given a number on two declarations', () => {
  expect(rulesRaised(taxPnr, sound)).toEqual(asked)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(taxPnr, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the assignment is tried', () => {
  expect([...trials.map(({ rule }) => rule), ...asked].toSorted()).toEqual(ruleNames(taxPnr))
})

function by(code: string): Facts {
  return tried(sound, { rule: '', authority: code, data: { authority: code, purpose: 'OTHER' } })
}

test.each([
  [taxPnr, '0011', '0012'],
  [atpPnr, '0012', '0019'],
  [administrativePnr, '0019', '0011'],
])('only its own issuer gives a number ($0.id)', (event, own, another) => {
  expect(rulesRaised(event, by(own))).toEqual(asked)
  expect(rulesRaised(event, by('0001'))).toEqual(asked)
  expect(rulesRaised(event, by(another))).toContain('issuer')
})

test('whoever signs on for one issuer is no other', () => {
  expect(rulesRaised(taxPnr, { ...sound, authority: '0012' })).toContain('issuer')
})

test.each([
  ['Kowalska,Anna', '80', true],
  ['KOWALSKÁ,Anna', '01', true],
  ['Nowak,Zoe', '20', true],
  ['Nowak,Maria', '01', false],
  ['Kowalski,Anna', '01', false],
  ['Kowalska,Zoë', '50', false],
  ['', '01', false],
])('a namesake of the day may be the same (%s, %s)', (addressingName, status, isSame) => {
  const facts = tried(sound, {
    rule: '',
    view: found({ pnr: other, addressingName, status }),
  })
  const finding = findingsOf(taxPnr, facts).find(({ rule }) => rule === 'tax-pnr.no-duplicate')
  expect(finding?.people).toEqual(isSame ? [other] : undefined)
})

test.each([
  ['Søndergård', 'Soendergaard,Bo', true],
  ['Krzyzanowska-Brzeczyszczykiewiczowna', 'Krzyzanowska-Brzeczyszczykiewiczow', true],
  ['Krzyzanowska-Brzeczyszczykiewiczowna', 'Krzyzanowska', false],
])('a name is one however a list writes it (%s)', (lastName, addressingName, isSame) => {
  const view = found({ pnr: other, addressingName, status: '01' })
  const facts = tried(sound, { rule: '', data: { lastName }, view })
  expect(rulesRaised(taxPnr, facts).includes('no-duplicate')).toBe(isSame)
})

test('those born that day are sought before anybody is made', () => {
  expect(readsFor(taxPnr, sound.data, emptyView).searches).toEqual([born])
  expect(readsFor(taxPnr, { ...sound.data, birthDate: '19900400' }, emptyView).searches).toEqual([])
})

test('the report is keyed on birth date and sex', () => {
  const data = { ...sound.data, contactAddress: ['c/o Holm', 'Svinget 4'], purpose: 'OTHER' }
  const [report] = reportsOf(administrativePnr, data)
  expect(report?.person).toBeNull()
  expect(report?.keys).toEqual({ FODT: '19900403', KON: 'K' })
  expect(report?.data).toEqual({
    HDTO: '20261120',
    FORNVN: 'Zoë Maria',
    EFTERNVN: 'Kowalska',
    STATLANDEKOD: '5154',
    UDLANDSADR1: 'ul. Krotka 4',
    UDLANDSADR2: '00-950 Warszawa',
    ADR1: 'c/o Holm',
    ADR2: 'Svinget 4',
    MYNKOD: '0011',
  })
})

test.each([
  [taxPnr, '0011'],
  [atpPnr, '0012'],
  [administrativePnr, '0019'],
])('a number stands in its own fictive municipality ($0.id)', (event, municipality) => {
  const data = { ...sound.data, contactAddress: ['c/o Holm'] }
  const told = predict(event, data, sound.view, { PNR: given }).map(
    ({ pnr, entity, columns, start }) => [
      pnr === given ? entity : null,
      Object.values(columns)
        .filter((value) => value !== null)
        .join(' '),
      start,
    ],
  )
  expect(told).toEqual([
    ['person', '20 20261120 K 19900403', '20261120'],
    ['name', 'Zoë Maria Kowalska', '20261120'],
    ['addressingName', 'Kowalska,Zoë Maria', '20261120'],
    ['citizenship', '5154', '20261120'],
    ['address', municipality, '20261120'],
    ['civilStatus', 'U', '20261120'],
    ['church', 'U', '20261120'],
    ['contactAddress', 'c/o Holm', '20261120'],
  ])
})

test.each([
  ['nothing given', {}, ['contact-address', 'entry-with-pnr']],
  ['a contact address', { contactAddress: ['c/o Holm'] }, ['entry-with-pnr']],
  [
    'a long name',
    { lastName: 'Kowalska Nowak Wisniewska Wojcik' },
    ['contact-address', 'addressing-name', 'entry-with-pnr'],
  ],
])('follow-ons are offered on the new number (%s)', (_, data, events) => {
  const facts = { ...tried(sound, { rule: '', data }), output: { PNR: given } }
  const offers = offersIn(taxPnr, facts, () => true).filter(({ as }) => as !== 'notNeeded')
  expect(offers.map(({ key, as, people }) => [key, as, people])).toEqual(
    events.map((event) => [`${event}@person`, 'offered', [given]]),
  )
})

test('a later entry starts a case of its own', () => {
  expect(taxPnr.followOns.filter(({ separateCase }) => separateCase).map(({ key }) => key)).toEqual(
    ['entry-with-pnr@person'],
  )
})

test('a contact address begins with the number', () => {
  const opened = {
    followOn: 'contact-address@person',
    person: given,
    output: { PNR: given },
  }
  expect(prefillFrom(taxPnr, opened, sound.data, sound.view)).toEqual({
    personnummer: given,
    authority: '0011',
    startDate: '20261120',
  })
})

test.each([
  ['20', false],
  ['01', true],
  ['80', true],
])('who has come to live here keeps the number (%s)', (status, isBlocked) => {
  const view = viewOf(aPerson(given, { status, rows: [row('address', {})] }))
  const facts = { ...sound, view, output: { PNR: given }, acceptedOn: '20261123' }
  expect(blockersOf(taxPnr, facts).map(({ severity }) => severity)).toEqual(
    isBlocked ? ['error'] : [],
  )
})
