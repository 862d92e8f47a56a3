import { sample } from '../../src/proof/sample.ts'
import { all, has, inAalborg, isSingle } from '../who.ts'

export const relocationOrder = sample({
  event: 'relocation-order',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({ ordered: look(all(inAalborg, has('relocationOrder'))) }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    orderDate: day(-1),
    vacateBy: day(60),
    reason: 'NOT-YEAR-ROUND',
    text: 'Sommerhus',
    authority: '0851',
  }),
  leaves: ({ person }, day) => [
    [person, { relocationOrder: { vacateBy: day(60), start: day(-1) } }],
  ],
  trials: [{ rule: 'no-active-row', form: ({ ordered }) => ({ personnummer: ordered.pnr }) }],
  again: [{ rule: 'no-active-row' }],
})
