import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { aPerson, civil, home, kin, named, row, viewOf, withPerson } from '../testing/people.ts'
import {
  findingsOf,
  personTrials,
  ruleNames,
  rulesRaised,
  tried,
  verdicts,
} from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { marriageEntry } from './marriage-entry.ts'

const man = '0707614293'
const woman = '1306814172'
const groom = aPerson(man, {
  rows: [civil('U'), row('address', home), ...named('Lars', 'Henriksen')],
})
const bride = aPerson(woman, { rows: [civil('U'), row('address', home), ...named('Ida', 'Holm')] })

const sound: Facts = {
  data: {
    personnummer: man,
    spousePersonnummer: woman,
    marriageDate: '20261120',
    marriageAuthority: '0851',
    marriageKind: 'CIVIL',
    certificateDate: '20261001',
    documentation: 'Protokol 12',
    authority: '0851',
  },
  view: viewOf(groom, bride),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const partnered = (pnr: string, other: string) => aPerson(pnr, { rows: [civil('P', other)] })

const trials: readonly Trial[] = [
  { rule: 'access', authority: '1401' },
  ...personTrials('personnummer', groom),
  { rule: 'status', person: { ...groom, status: '90' } },
  ...personTrials('spousePersonnummer', bride, '-2'),
  { rule: 'status-2', person: { ...bride, status: '30' } },
  { rule: 'fmt-date', data: { marriageDate: '20261131' } },
  { rule: 'nofuture', data: { marriageDate: '20261124' } },
  { rule: 'birth', data: { marriageDate: '18500101', certificateDate: '18500101' } },
  { rule: 'latest', person: aPerson(man, { rows: [civil('F', null, { start: '20261121' })] }) },
  { rule: 'code', data: { marriageAuthority: '9999' } },
  { rule: 'two', data: { spousePersonnummer: man } },
  { rule: 'civ', person: aPerson(man, { rows: [civil('G', '0709614096')] }) },
  { rule: 'civ-2', person: aPerson(woman, { rows: [civil('G', '0709614231')] }) },
  { rule: 'adult', person: { ...bride, birthDate: '20090101' } },
  { rule: 'notrel', person: { ...groom, rows: [...groom.rows, kin('child', woman)] } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'certificate', data: { certificateDate: '20260701' } },
  { rule: 'open-separation', person: { ...groom, rows: [...groom.rows, row('separation')] } },
  { rule: 'partnership', person: partnered(man, '0709614096') },
  {
    rule: 'estate',
    data: { estateShown: false },
    person: aPerson(man, { rows: [civil('E', '0709614096')] }),
  },
  { rule: 'abroad', data: { marriageKind: 'ABROAD', country: '5120' } },
  {
    rule: 'adopted',
    person: {
      ...groom,
      rows: [...groom.rows, { ...kin('child', woman), end: '20100101' }],
    },
  },
]

test('a couple who may marry raises nothing', () => {
  expect(findingsOf(marriageEntry, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(marriageEntry, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the wedding is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(marriageEntry))
})

test('all errors of a layer are shown together', () => {
  const both = tried(sound, {
    rule: '',
    person: aPerson(man, { status: '90', rows: [civil('D')] }),
  })
  expect(rulesRaised(marriageEntry, both)).toEqual(['status', 'civ'])
})

test('siblings who share a parent are related', () => {
  const [one, other] = [groom, bride].map((person) => ({
    ...person,
    rows: [...person.rows, kin('mother', '0709614096')],
  }))
  const view = withPerson(withPerson(sound.view, one ?? groom), other ?? bride)
  expect(rulesRaised(marriageEntry, { ...sound, view })).toEqual(['notrel'])
})

test('partners convert their partnership and nothing else', () => {
  const view = viewOf(partnered(man, woman), partnered(woman, man))
  const conversion = { ...sound, view, data: { ...sound.data, marriageKind: 'CONVERSION' } }
  expect(rulesRaised(marriageEntry, conversion)).toEqual([])
  expect(rulesRaised(marriageEntry, { ...sound, view })).toEqual(['partnership'])
})

test('an unknown spouse is named and skips every rule about her', () => {
  const { spousePersonnummer: _, ...rest } = sound.data
  const unknown = { ...sound, data: { ...rest, spousePersonnummer: '0000000000' } }
  expect(rulesRaised(marriageEntry, unknown)).toEqual([
    'required.spouseName',
    'required.spouseBirthDate',
  ])
})

test('a widowed spouse must say whether the estate is shown', () => {
  const view = withPerson(sound.view, aPerson(man, { rows: [civil('E')] }))
  expect(rulesRaised(marriageEntry, { ...sound, view })).toEqual(['estate', 'required.estateShown'])
})

test.each([
  ['20261000', false],
  ['20260900', true],
])('a certificate is judged by every day a wedding can be (%s)', (marriageDate, isRaised) => {
  const data = { marriageDate, dateUncertain: true, certificateDate: '20261015' }
  const raised = rulesRaised(marriageEntry, tried(sound, { rule: '', data }))
  expect(raised.includes('certificate')).toBe(isRaised)
})
