import { expect, test } from 'vitest'

import { offersIn } from '../offers.ts'
import { readsFor } from '../reads.ts'
import { emptyView, searchKey } from '../register-view.ts'
import { askedAtEntry, entryTrials, newHome } from '../testing/entry-trials.ts'
import { born, byName, given, husband, married, mother, sound, taken } from '../testing/newcomer.ts'
import { aPerson, civil, row, withPerson } from '../testing/people.ts'
import { findingsOf, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { entryWithoutPnr } from './entry-without-pnr.ts'

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  { rule: 'fmt-date', data: { birthDate: '19900431' } },
  { rule: 'nofuture', data: { birthDate: '20261124' } },
  { rule: 'code', data: { sex: 'X' } },
  { rule: 'code-2', data: { citizenship: '0851' } },
  { rule: 'code-3', data: { civilStatus: 'X' } },
  { rule: 'code-4', data: { churchRelation: 'X' } },
  { rule: 'fmt-name', data: { firstNames: 'Zoë 2' } },
  { rule: 'fmt-name-2', data: { lastName: 'K'.repeat(41) } },
  ...entryTrials({ date: '-2', country: '-5' }),
  {
    rule: 'no-former-number',
    view: (view) => ({
      ...view,
      matches: {
        [searchKey(born)]: [{ pnr: given, addressingName: 'Kowalska,Zoe', status: '20' }],
      },
    }),
  },
  { rule: 'spouse-agrees', data: married, person: aPerson(husband, { rows: [civil('U')] }) },
  { rule: 'own-municipality', data: { authority: '0101' } },
]

test('a first entry asks only what nobody knows', () => {
  expect(rulesRaised(entryWithoutPnr, sound)).toEqual(askedAtEntry)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(entryWithoutPnr, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the entry is tried', () => {
  const names = [...trials.map(({ rule }) => rule), ...askedAtEntry]
  expect(names.toSorted()).toEqual(ruleNames(entryWithoutPnr))
})

test('who may hold a number already is named', () => {
  const trial = trials.find(({ rule }) => rule === 'no-former-number') ?? { rule: '' }
  const finding = findingsOf(entryWithoutPnr, tried(sound, trial)).find(({ people }) => people)
  expect([finding?.rule, finding?.people]).toEqual(['entry-without-pnr.no-former-number', [given]])
})

test.each([
  [{ civilStatus: 'F' }, ['required.civilStatusDate']],
  [
    { civilStatus: 'P' },
    ['required.civilStatusDate', 'required.spousePersonnummer', 'required.spouseName'],
  ],
  [{ civilStatus: 'G', civilStatusDate: '20150601', spouseName: 'Jan Kowalski' }, askedAtEntry],
  [{ citizenship: '5486', stayFrom: null }, ['required.stayFrom']],
  [{ citizenship: '5120', stayBasis: 'NORDIC', stayFrom: null }, askedAtEntry],
])('what a status asks for must be there (%o)', (data, rules) => {
  expect(rulesRaised(entryWithoutPnr, tried(sound, { rule: '', data }))).toEqual(rules)
})

test.each([
  ['by name', byName, false],
  ['by name, since another day', { ...byName, start: '20150602' }, true],
  ['free', civil('U'), true],
  ['taken', taken, true],
  ['partner', row('civilStatus', { civilStatus: 'P' }), true],
])('a spouse who stands otherwise is looked into (%s)', (_, standing, isRaised) => {
  const person = aPerson(husband, { rows: [standing] })
  const facts = tried(sound, { rule: '', data: married, person })
  expect(rulesRaised(entryWithoutPnr, facts).includes('spouse-agrees')).toBe(isRaised)
})

test('relatives, road, home and namesakes are read', () => {
  const data = { ...sound.data, motherPersonnummer: mother, spousePersonnummer: husband }
  expect(readsFor(entryWithoutPnr, data, emptyView)).toEqual({
    people: [husband, mother],
    roads: ['0851-8511'],
    households: [newHome],
    searches: [born],
  })
})

test('the report is keyed on birth date and sex', () => {
  const facts = tried(sound, { rule: '', data: { ...married, motherPersonnummer: mother } })
  const [report] = reportsOf(entryWithoutPnr, facts.data)
  expect([report?.person, report?.keys]).toEqual([null, { FODT: '19900403', KON: 'K' }])
  expect(report?.data).toMatchObject({
    HDTO: '20261120',
    CIVST: 'G',
    CIVSTDATO: '20150601',
    AEGTEPNR: husband,
    MPNR: mother,
    FOEDMYNKOD: '5154',
    FKIRK: 'U',
    INDRLANDEKOD: '5154',
  })
})

test.each([
  [{}, ['alien-number@person due']],
  [{ citizenship: '5120' }, []],
  [{ ...married, citizenship: '5120' }, ['separation-entry@person due']],
  [
    { citizenship: '5100', lastName: 'Kowalska Nowak Wisniewska Wojcik' },
    ['addressing-name@person due'],
  ],
])('what the engine finds needed is due (%o)', (data, due) => {
  const facts = { ...tried(sound, { rule: '', data }), output: { PNR: given } }
  const offers = offersIn(entryWithoutPnr, facts, () => true)
  const found = offers.filter(({ key }) => /^(alien|addressing|separation)/.test(key))
  expect(found.filter(({ as }) => as === 'due').map(({ key, as }) => `${key} ${as}`)).toEqual(due)
})

test.each([
  [given, []],
  ['0111164001', ['0111164001']],
])('a child who enters is asked about (%s)', (pnr, people) => {
  const offers = offersIn(entryWithoutPnr, { ...sound, output: { PNR: pnr } }, () => true)
  const offer = offers.find(({ key }) => key === 'parental-authority@children')
  expect(offer?.people).toEqual(people)
})

test.each([
  ['protection', '20261122', 0],
  ['address', '20261122', 1],
  ['civilStatus', '20150601', 0],
] as const)('a life of its own keeps the number (%s %s)', (entity, start, blockers) => {
  const now = aPerson(given, { rows: [row(entity, {}, { start })] })
  const facts = { ...sound, output: { PNR: given }, acceptedOn: '20261123' }
  expect(blockersOf(entryWithoutPnr, { ...facts, view: withPerson(sound.view, now) })).toHaveLength(
    blockers,
  )
})
