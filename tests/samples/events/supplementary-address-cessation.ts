import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const supplementaryAddressCessation = sample({
  event: 'supplementary-address-cessation',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look, { person }) => ({ free: look((one) => isSingle(one) && one !== person) }),
  earlier: ({ person }, day) => [
    {
      event: 'supplementary-address',
      by: 'caseworker',
      form: {
        personnummer: person.pnr,
        startDate: day(-10),
        lines: ['c/o Kontoret', 'Havnevej 3'],
        authority: '0851',
      },
    },
  ],
  form: ({ person }, day) => ({ personnummer: person.pnr, endDate: day(-1), authority: '0851' }),
  leaves: ({ person }) => [[person, { supplementaryAddress: null }]],
  trials: [{ rule: 'active-row', form: ({ free }) => ({ personnummer: free.pnr }) }],
  again: [{ rule: 'active-row' }],
})
