import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { findCouple, isWife } from '../couple.ts'
import { startOf } from '../who.ts'

export const separationCessation = sample({
  event: 'separation-cessation',
  by: 'family-law',
  cast: findCouple,
  others: (look, { wife }) => {
    const other = look((one) => isWife(one) && one !== wife)
    return { other, otherHusband: other.spouse() ?? other }
  },
  earlier: ({ wife, husband }, day) => [
    {
      event: 'separation-entry',
      by: 'family-law',
      form: {
        personnummer: wife.pnr,
        spousePersonnummer: husband.pnr,
        separationDate: day(-20),
        deciding: '1301',
        decision: 'Bevilling 2026-52',
      },
    },
  ],
  form: ({ wife, husband }, day) => ({
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    endDate: day(-1),
    reason: 'COHABITATION',
    authority: '1301',
  }),
  leaves: ({ wife, husband }) => [
    [wife, { separation: null, civilStatus: { civilStatus: 'G' } }],
    [husband, { separation: null }],
  ],
  trials: [
    {
      rule: 'active-row',
      form: ({ other, otherHusband }) => ({
        personnummer: other.pnr,
        spousePersonnummer: otherHusband.pnr,
      }),
    },
    {
      rule: 'after-start',
      form: ({ wife }) => ({ endDate: addDays(startOf(wife, 'separation'), -1) }),
    },
  ],
  again: [{ rule: 'active-row' }],
})
