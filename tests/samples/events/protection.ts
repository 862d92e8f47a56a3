import { sample } from '../../src/proof/sample.ts'
import { all, has, inAalborg, isAdult, isPlain, isSingle, isWoman } from '../who.ts'

export const protection = sample({
  event: 'protection',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({
    mother: look(
      all(isPlain, inAalborg, isWoman, (one) => one.kin('child').some(({ age }) => age < 17)),
    ),
    sheltered: look(all(isAdult, inAalborg, has('protection'))),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    protectionType: '00001',
    startDate: day(0),
    endDate: day(300),
    authority: '0851',
  }),
  asks: ['covers'],
  leaves: ({ person }, day) => [
    [person, { protection: { protectionType: '00001', start: day(0), end: day(300) } }],
    [person, { protection: { protectionType: '00002', start: day(0) } }],
  ],
  trials: [
    { rule: 'same', form: ({ sheltered }) => ({ personnummer: sheltered.pnr }) },
    { rule: 'longer', form: (_, day) => ({ endDate: day(500), reasonLonger: '-' }) },
    { rule: 'research-closed', form: { protectionType: '00004' } },
    { rule: 'children', form: ({ mother }) => ({ personnummer: mother.pnr }) },
    {
      rule: 'same',
      form: ({ sheltered }) => ({ personnummer: sheltered.pnr, protectionType: '00002' }),
    },
  ],
  again: [{ rule: 'same' }],
})
