import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, emptyHome, has, homeOf, isSingle, startOf } from '../who.ts'

const isDane = (one: Parameters<typeof columnOf>[0]) =>
  columnOf(one, 'citizenship', 'country') === '5100'

const home = emptyHome('2')

export const reEntry = sample({
  event: 're-entry',
  by: 'caseworker',
  cast: (find) => ({
    person: find(all(({ status }) => status === '80', has('migration'), isDane)),
  }),
  others: (look) => ({
    present: look(isSingle),
    foreigner: look((one) => columnOf(one, 'citizenship', 'country') === '5180'),
    lost: look(has('disappearance')),
    host: look(all(isSingle, (one) => columnOf(one, 'address', 'streetCode') < '9900')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    entryDate: day(-1),
    entryCountry: '5180',
    lastForeignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
    ...home,
    stayBasis: 'DK',
    stayFrom: day(-1),
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Pas 2026-8',
    authority: '0851',
  }),
  asks: ['home'],
  leaves: ({ person }, day) => [
    [
      person,
      {
        person: { status: '01', statusDate: day(-1) },
        address: { ...home, start: day(-1) },
        migration: null,
      },
    ],
  ],
  trials: [
    { rule: 'road', form: { houseNumber: '999' } },
    { rule: 'three-months', form: { expectedStay: false } },
    {
      rule: 'lawful-stay',
      form: ({ foreigner }) => ({ personnummer: foreigner.pnr, stayBasis: 'NORDIC' }),
    },
    { rule: 'permit-date', form: (_, day) => ({ stayBasis: 'PERMIT', stayFrom: day(0) }) },
    { rule: 'nordic', form: { entryCountry: '5120' } },
    { rule: 'host', form: ({ host }) => homeOf(host) },
    {
      rule: 'open-departure',
      also: ['status'],
      form: ({ present }) => ({ personnummer: present.pnr }),
    },
    { rule: 'from-disappeared', form: ({ lost }) => ({ personnummer: lost.pnr }) },
    {
      rule: 'not-in-advance',
      also: ['nofuture'],
      form: (_, day) => ({ entryDate: day(2) }),
    },
    { rule: 'late', form: (_, day) => ({ entryDate: day(-10), stayFrom: day(-10) }) },
    {
      rule: 'latest',
      form: ({ person }) => ({ entryDate: addDays(startOf(person, 'migration'), -1) }),
    },
  ],
  again: [{ rule: 'open-departure', also: ['status', 'host'] }],
})
