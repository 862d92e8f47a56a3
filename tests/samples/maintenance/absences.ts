import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { noteBook } from './rows.ts'

export const lostNotes = noteBook('disappearance.undo-current', 'disappearance')

/** Lost for five days; the register shows an absence only while it lasts. */
export const lostAndFound = (one: Somebody, day: Day): readonly Earlier[] => [
  {
    event: 'disappearance',
    by: 'caseworker',
    form: {
      personnummer: one.pnr,
      disappearanceDate: day(-9),
      investigation: 'Notat 2026-12 efter § 10',
      authority: '0851',
    },
  },
  {
    event: 'reappearance',
    by: 'caseworker',
    asked: lostNotes.before(one),
    form: {
      personnummer: one.pnr,
      reappearanceDate: day(-4),
      municipalityCode: '0851',
      streetCode: '8511',
      houseNumber: '046',
      foundAs: 'RESIDENT',
      authority: '0851',
    },
  },
]

export const abroadNotes = noteBook('migration.undo-current', 'migration')

/** Five days abroad; the register shows an absence only while it lasts. */
export const thereAndBack = (one: Somebody, day: Day): readonly Earlier[] => [
  {
    event: 'departure',
    by: 'caseworker',
    form: {
      personnummer: one.pnr,
      departureDate: day(-9),
      departureCountry: '5180',
      foreignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
      authority: '0851',
    },
  },
  {
    event: 're-entry',
    by: 'caseworker',
    asked: abroadNotes.before(one),
    form: {
      personnummer: one.pnr,
      entryDate: day(-4),
      entryCountry: '5180',
      lastForeignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
      municipalityCode: '0851',
      streetCode: '8511',
      houseNumber: '046',
      stayBasis: 'DK',
      stayFrom: day(-4),
      personalAppearance: true,
      expectedStay: true,
      documentation: 'Pas 2026-8',
      authority: '0851',
    },
  },
]
