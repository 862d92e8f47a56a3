import { sample } from '../../src/proof/sample.ts'
import {
  all,
  columnOf,
  emptyHome,
  homeOf,
  inAalborg,
  isOfStatus,
  isPlain,
  isSingle,
} from '../who.ts'

const home = emptyHome('4')

export const entryWithoutPnr = sample({
  event: 'entry-without-pnr',
  by: 'caseworker',
  // Nobody is there yet: the number comes with the answer.
  cast: () => ({}),
  others: (look) => ({
    known: look(isSingle),
    host: look(all(isSingle, (one) => columnOf(one, 'address', 'streetCode') < '9900')),
    married: look(all(isPlain, inAalborg, isOfStatus('G'), (one) => one.spouse() !== undefined)),
  }),
  form: (_, day) => ({
    birthDate: '19840302',
    sex: 'K',
    firstNames: 'Amélie',
    lastName: 'Laurent',
    citizenship: '5130',
    civilStatus: 'U',
    birthAuthority: '5130',
    churchRelation: 'U',
    entryDate: day(-1),
    entryCountry: '5130',
    lastForeignAddress: ['12 rue de la Paix', 'FR-75002 Paris'],
    ...home,
    stayBasis: 'EU',
    stayFrom: day(-1),
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Registreringsbevis 2026-9',
    authority: '0851',
  }),
  asks: ['home'],
  leaves: (_, day, born) => [
    [
      born('person'),
      {
        person: { status: '01', statusDate: day(-1), sex: 'K', birthDate: '19840302' },
        name: { firstNames: 'Amélie', lastName: 'Laurent' },
        citizenship: { country: '5130' },
        civilStatus: { civilStatus: 'U' },
        address: { ...home, start: day(-1) },
      },
    ],
  ],
  trials: [
    { rule: 'road', form: { houseNumber: '999' } },
    { rule: 'three-months', form: { expectedStay: false } },
    { rule: 'lawful-stay', form: { stayBasis: 'NORDIC' } },
    { rule: 'permit-date', form: (_, day) => ({ stayBasis: 'PERMIT', stayFrom: day(0) }) },
    { rule: 'nordic', form: { entryCountry: '5120' } },
    { rule: 'host', form: ({ host }) => homeOf(host) },
    {
      rule: 'not-in-advance',
      also: ['nofuture-2'],
      form: (_, day) => ({ entryDate: day(2) }),
    },
    { rule: 'late', form: (_, day) => ({ entryDate: day(-30), stayFrom: day(-30) }) },
    { rule: 'own-municipality', form: { authority: '0101' } },
    {
      rule: 'no-former-number',
      form: ({ known }) => ({
        birthDate: known.birthDate,
        sex: known.sex,
        firstNames: columnOf(known, 'name', 'firstNames'),
        lastName: columnOf(known, 'name', 'lastName'),
      }),
    },
    {
      rule: 'spouse-agrees',
      form: ({ known }, day) => ({
        civilStatus: 'G',
        civilStatusDate: day(-400),
        spousePersonnummer: known.pnr,
      }),
    },
  ],
  again: [{ rule: 'no-former-number', also: ['host'] }],
})
