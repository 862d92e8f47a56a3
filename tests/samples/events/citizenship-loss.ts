import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, isSingle } from '../who.ts'

export const citizenshipLoss = sample({
  event: 'citizenship-loss',
  by: 'citizenship-office',
  cast: (find) => ({
    person: find(all(isSingle, (one) => columnOf(one, 'citizenship', 'country') === '5100')),
  }),
  others: () => ({}),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    country: '5100',
    endDate: day(-1),
    newCountry: '5120',
    documentation: 'Løsning fra dansk indfødsret',
    authority: '0017',
  }),
  leaves: ({ person }, day) => [[person, { citizenship: { country: '5120', start: day(-1) } }]],
  trials: [
    { rule: 'current', form: { country: '5120' } },
    { rule: 'not-stateless', form: { newCountry: '5103' } },
  ],
  again: [{ rule: 'current' }],
})
