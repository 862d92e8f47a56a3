import { sample } from '../../src/proof/sample.ts'
import { all, has, hasNo, inAalborg, isAdult, isAlone, isMinor, isPlain, isSingle } from '../who.ts'

export const protectionCessation = sample({
  event: 'protection-cessation',
  by: 'caseworker',
  cast: (find) => ({
    person: find(all(isAdult, inAalborg, isAlone, has('protection'))),
    child: find(all(isPlain, inAalborg, isMinor)),
  }),
  others: (look) => ({ open: look(all(isSingle, hasNo('protection'))) }),
  earlier: ({ child }, day) => [
    {
      event: 'protection',
      by: 'caseworker',
      form: {
        personnummer: child.pnr,
        protectionType: '00001',
        startDate: day(0),
        endDate: day(300),
        authority: '0851',
      },
    },
  ],
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    protectionType: '00001',
    endDate: day(0),
    authority: '0851',
  }),
  leaves: ({ person }) => [[person, { protection: null }]],
  trials: [
    { rule: 'active-row', form: ({ open }) => ({ personnummer: open.pnr }) },
    { rule: 'child-own', form: ({ child }) => ({ personnummer: child.pnr }) },
  ],
  again: [{ rule: 'active-row' }],
})
