import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { findCouple } from '../couple.ts'
import { isSingle, startOf } from '../who.ts'

export const marriageAnnulment = sample({
  event: 'marriage-annulment',
  by: 'court',
  cast: findCouple,
  others: (look) => ({ single: look(isSingle) }),
  form: ({ wife, husband }, day) => ({
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    annulmentDate: day(-1),
    court: '1101',
    judgment: 'Dom 2026-54',
  }),
  asks: ['not-error'],
  leaves: ({ wife, husband }, day) => [
    [wife, { civilStatus: { civilStatus: 'U', start: day(-1) } }],
    [husband, { civilStatus: { civilStatus: 'U', derivedMark: 'ÆG', start: day(-1) } }],
  ],
  trials: [
    { rule: 'civ', form: ({ single }) => ({ personnummer: single.pnr }), also: ['same-pair'] },
    {
      rule: 'latest',
      form: ({ wife }) => ({ annulmentDate: addDays(startOf(wife, 'civilStatus'), -1) }),
    },
  ],
  again: [{ rule: 'civ', also: ['latest', 'same-pair'] }],
})
