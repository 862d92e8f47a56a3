import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, emptyHome, homeOf, isSingle } from '../who.ts'

const hasNumberOnly = ({ status }: Somebody) => status === '20'
const isForeign = (one: Somebody) => columnOf(one, 'citizenship', 'country') === '5180'
const home = emptyHome('3')

export const entryWithPnr = sample({
  event: 'entry-with-pnr',
  by: 'caseworker',
  cast: (find) => ({ person: find(all(hasNumberOnly, isForeign)) }),
  others: (look) => ({
    host: look(all(isSingle, (one) => columnOf(one, 'address', 'streetCode') < '9900')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    entryDate: day(-1),
    entryCountry: '5180',
    lastForeignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
    ...home,
    stayBasis: 'EU',
    stayFrom: day(-1),
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Registreringsbevis 2026-8',
    authority: '0851',
  }),
  asks: ['home', 'identity'],
  leaves: ({ person }, day) => [
    [
      person,
      { person: { status: '01', statusDate: day(-1) }, address: { ...home, start: day(-1) } },
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
      also: ['nofuture'],
      form: (_, day) => ({ entryDate: day(2) }),
    },
    { rule: 'late', form: (_, day) => ({ entryDate: day(-30), stayFrom: day(-30) }) },
  ],
  again: [{ rule: 'status', also: ['host', 'same'] }],
})
