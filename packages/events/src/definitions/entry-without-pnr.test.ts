import { expect, test } from 'vitest'

import type { CaseDataChange } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { readsFor } from '../reads.ts'
import { emptyView, searchKey } from '../register-view.ts'
import type { PersonView } from '../register-view.ts'
import {
  arrival,
  askedAtEntry,
  entryTrials,
  livingThere,
  newHome,
} from '../testing/entry-trials.ts'
import { aPerson, civil, row, viewOf, withPerson } from '../testing/people.ts'
import { findingsOf, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { entryWithoutPnr } from './entry-without-pnr.ts'

const given = '0304904114'
const husband = '0709614231'
const mother = '0709614096'
const born = { birthDate: '19900403', sex: 'K' }

const sound: Facts = {
  data: {
    ...born,
    firstNames: 'Zoë Maria',
    lastName: 'Kowalska',
    citizenship: '5154',
    civilStatus: 'U',
    birthAuthority: '5154',
    churchRelation: 'U',
    ...arrival,
  },
  view: { ...livingThere()(viewOf()), matches: { [searchKey(born)]: [] } },
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const married: CaseDataChange = {
  civilStatus: 'G',
  civilStatusDate: '20150601',
  spousePersonnummer: husband,
}

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

const byName = row('civilStatus', { civilStatus: 'G', spouseName: 'Zoe Kowalska' })
const taken = civil('G', '0709614400')

test.each([
  ['by name', byName, false],
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

function told(data: CaseDataChange, ...people: readonly PersonView[]): readonly unknown[] {
  const view = people.reduce(withPerson, sound.view)
  const facts = tried({ ...sound, view }, { rule: '', data })
  return predict(entryWithoutPnr, facts.data, facts.view, { PNR: given }).map((change) => [
    `${change.party} ${change.entity} ${change.change}`,
    Object.values(change.columns)
      .filter((value) => value !== null)
      .join(' '),
    change.start,
    change.derivedMark,
  ])
}

test('one report makes a person who lives here', () => {
  expect(told({})).toEqual([
    ['person person create', '01 20261120 K 19900403', '20261120', null],
    ['person name append', 'Zoë Maria Kowalska', '20261120', null],
    ['person addressingName set', 'Kowalska,Zoë Maria', '20261120', null],
    ['person citizenship append', '5154', '20261120', null],
    ['person address append', '0851 8511 016', '20261120', null],
    ['person migration append', '5154 ul. Krotka 4 00-950 Warszawa', '20261120', null],
    ['person civilStatus append', 'U', '20261120', null],
    ['person church append', 'U', '20261120', null],
    ['person birthRegistration append', '5154', '19900403', null],
  ])
})

test.each([
  ['0851', '9901', '03'],
  ['0957', '0010', '05'],
])('where one moves in gives the status (%s %s)', (municipalityCode, streetCode, status) => {
  const [created] = told({ municipalityCode, streetCode, houseNumber: null })
  expect(String(created)).toContain(`create,${status} `)
})

test.each([
  ['free', civil('U'), ['spouse civilStatus append', `G ${given}`, '20150601', 'ÆG']],
  ['by name', byName, ['spouse civilStatus set', given, null, 'ÆG']],
  ['taken', taken, undefined],
])('a couple is made whole where it can be (%s)', (_, standing, change) => {
  const changes = told(married, aPerson(husband, { rows: [standing] }))
  expect(changes).toContainEqual(['person civilStatus append', `G ${husband}`, '20150601', null])
  expect(changes.find((one) => String(one).startsWith('spouse '))).toEqual(change)
})

test('a partner carries a mark of their own', () => {
  const changes = told({ ...married, civilStatus: 'P' }, aPerson(husband, { rows: [civil('U')] }))
  expect(changes).toContainEqual(['spouse civilStatus append', `P ${given}`, '20150601', 'PA'])
})

test('a spouse without a number is kept by name', () => {
  const changes = told({ ...married, spousePersonnummer: null, spouseName: 'Jan Kowalski' })
  expect(changes).toContainEqual(['person civilStatus append', 'G Jan Kowalski', '20150601', null])
})

test('parents who are known get their child', () => {
  const changes = told({ motherPersonnummer: mother }, aPerson(mother))
  expect(changes.filter((change) => String(change).includes('kinship'))).toEqual([
    ['person kinship append', `mother ${mother}`, '19900403', null],
    ['mother kinship append', `child ${given}`, '19900403', 'MO'],
  ])
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
  [
    { citizenship: '5100', lastName: 'Kowalska Nowak Wisniewska Wojcik' },
    ['addressing-name@person due'],
  ],
])('what the engine finds needed is due (%o)', (data, due) => {
  const facts = { ...tried(sound, { rule: '', data }), output: { PNR: given } }
  const offers = offersIn(entryWithoutPnr, facts, () => true)
  const found = offers.filter(({ key }) => /^(alien|addressing)/.test(key))
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
