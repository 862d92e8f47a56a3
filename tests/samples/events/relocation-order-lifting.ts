import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, has, inAalborg, isSingle, startOf } from '../who.ts'

export const relocationOrderLifting = sample({
  event: 'relocation-order-lifting',
  by: 'caseworker',
  cast: (find) => ({ person: find(all(inAalborg, has('relocationOrder'))) }),
  others: (look) => ({ free: look(isSingle) }),
  form: ({ person }, day) => ({ personnummer: person.pnr, liftDate: day(-1), authority: '0851' }),
  leaves: ({ person }) => [[person, { relocationOrder: null }]],
  trials: [
    { rule: 'active-row', form: ({ free }) => ({ personnummer: free.pnr }) },
    {
      rule: 'after-order',
      form: ({ person }) => ({ liftDate: addDays(startOf(person, 'relocationOrder'), -1) }),
    },
  ],
  again: [{ rule: 'active-row' }],
})
