import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { findCouple } from '../couple.ts'
import { has, isSingle, startOf } from '../who.ts'

export const separationEntry = sample({
  event: 'separation-entry',
  by: 'family-law',
  cast: findCouple,
  others: (look) => ({ single: look(isSingle), separated: look(has('separation')) }),
  form: ({ wife, husband }, day) => ({
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    separationDate: day(-1),
    deciding: '1301',
    decision: 'Bevilling 2026-51',
  }),
  leaves: ({ wife, husband }, day) => [
    [wife, { separation: { start: day(-1) }, civilStatus: { civilStatus: 'G' } }],
    [husband, { separation: { start: day(-1), derivedMark: 'ÆG' } }],
  ],
  trials: [
    { rule: 'civ', form: ({ single }) => ({ personnummer: single.pnr }), also: ['carrier'] },
    {
      rule: 'no-active-row',
      also: ['carrier'],
      form: ({ separated }) => ({
        personnummer: separated.pnr,
        spousePersonnummer: separated.spouse()?.pnr ?? '',
      }),
    },
    { rule: 'since-2004', also: ['latest'], form: { separationDate: '20040101' } },
    {
      rule: 'carrier',
      form: ({ wife, husband }) => ({
        personnummer: husband.pnr,
        spousePersonnummer: wife.pnr,
      }),
    },
    {
      rule: 'latest',
      also: ['since-2004'],
      form: ({ wife }) => ({ separationDate: addDays(startOf(wife, 'civilStatus'), -1) }),
    },
  ],
  again: [{ rule: 'no-active-row' }],
})
