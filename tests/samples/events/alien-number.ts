import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isForeigner, isPlain, isSingle } from '../who.ts'

export const alienNumber = sample({
  event: 'alien-number',
  by: 'immigration',
  cast: (find) => ({ foreigner: find(all(isPlain, inAalborg, isForeigner)) }),
  others: (look, { foreigner }) => ({
    dane: look(all(isSingle, (one) => columnOf(one, 'citizenship', 'country') === '5100')),
    other: look((one) => isForeigner(one) && one !== foreigner),
  }),
  form: ({ foreigner }, day) => ({
    personnummer: foreigner.pnr,
    alienNumber: '90017345',
    startDate: day(-1),
    authority: '0018',
  }),
  leaves: ({ foreigner }, day) => [
    [foreigner, { alienNumber: { alienNumber: '90017345', start: day(-1) } }],
  ],
  trials: [
    { rule: 'not-danish', form: ({ dane }) => ({ personnummer: dane.pnr }) },
    {
      rule: 'unique',
      receipt: '5408',
      form: ({ other }) => ({ alienNumber: columnOf(other, 'alienNumber', 'alienNumber') }),
    },
  ],
})
