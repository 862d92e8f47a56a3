import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { findCouple } from '../couple.ts'
import { columnOf, isSingle, startOf } from '../who.ts'

export const divorce = sample({
  event: 'divorce',
  by: 'family-law',
  cast: findCouple,
  others: (look) => {
    const widow = look((one) => one.civilStatus === 'E')
    return {
      single: look(isSingle),
      widow,
      deceased: look((one) => one.pnr === columnOf(widow, 'civilStatus', 'spousePersonnummer')),
    }
  },
  form: ({ wife, husband }, day) => ({
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    divorceDate: day(-1),
    ground: 'AGREEMENT',
    deciding: '1301',
    decision: 'Bevilling 2026-53',
  }),
  leaves: ({ wife, husband }, day) => [
    [wife, { civilStatus: { civilStatus: 'F', start: day(-1) } }],
    [husband, { civilStatus: { civilStatus: 'F', derivedMark: 'ÆG', start: day(-1) } }],
  ],
  trials: [
    { rule: 'civ', form: ({ single }) => ({ personnummer: single.pnr }), also: ['same-pair'] },
    {
      rule: 'spouse-dead',
      also: ['civ', 'same-pair'],
      form: ({ widow, deceased }) => ({
        personnummer: widow.pnr,
        spousePersonnummer: deceased.pnr,
      }),
    },
    { rule: 'ground-separation', form: { ground: 'SEPARATION' } },
    { rule: 'abroad', form: { country: '5120' } },
    {
      rule: 'latest',
      form: ({ wife }) => ({ divorceDate: addDays(startOf(wife, 'civilStatus'), -1) }),
    },
  ],
  again: [{ rule: 'civ', also: ['latest', 'same-pair'] }],
})
