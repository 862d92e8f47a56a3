import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const supplementaryAddress = sample({
  event: 'supplementary-address',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: () => ({}),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    startDate: day(-1),
    lines: ['c/o Kontoret', 'Havnevej 3'],
    authority: '0851',
  }),
  leaves: ({ person }, day) => [
    [
      person,
      {
        supplementaryAddress: {
          lines: ['c/o Kontoret', 'Havnevej 3'],
          start: day(-1),
        },
      },
    ],
  ],
  trials: [],
  again: [{ rule: 'same' }],
})
