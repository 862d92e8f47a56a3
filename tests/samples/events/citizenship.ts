import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isForeigner, isPlain, isSingle } from '../who.ts'

export const citizenship = sample({
  event: 'citizenship',
  by: 'citizenship-office',
  cast: (find) => ({
    person: find(
      all(
        isPlain,
        inAalborg,
        isForeigner,
        (one) => columnOf(one, 'citizenship', 'country') !== '5100',
      ),
    ),
  }),
  others: (look) => ({
    dane: look(all(isSingle, (one) => columnOf(one, 'citizenship', 'country') === '5100')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    country: '5100',
    startDate: day(-1),
    ground: 'NATURALISATION',
    documentation: 'Lov om indfødsrets meddelelse 2026',
    authority: '0017',
  }),
  asks: ['single'],
  leaves: ({ person }, day) => [[person, { citizenship: { country: '5100', start: day(-1) } }]],
  trials: [
    { rule: 'same', form: ({ dane }) => ({ personnummer: dane.pnr }) },
    { rule: 'special-codes', form: { country: '5999' } },
  ],
  again: [{ rule: 'same' }],
})
