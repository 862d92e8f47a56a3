import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, isMinor, isPlain, isSingle } from '../who.ts'

export const euElectionAddress = sample({
  event: 'eu-election-address',
  by: 'election-office',
  cast: (find) => ({
    person: find(all(isSingle, (one) => columnOf(one, 'citizenship', 'country') === '5100')),
  }),
  others: (look) => ({
    child: look(all(isPlain, isMinor)),
    emigrant: look(
      (one) =>
        one.status === '80' &&
        ['5120', '5180'].includes(columnOf(one, 'migration', 'departureCountry')),
    ),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    electionCode: '0001',
    startDate: day(-1),
    votingDate: day(200),
    address: ['Strandvägen 12', 'SE-211 20 Malmö'],
    country: '5120',
    authority: '0014',
  }),
  asks: ['abroad', 'list-open'],
  leaves: ({ person }, day) => [
    [
      person,
      {
        election: {
          electionCode: '0001',
          votingDate: day(200),
          country: '5120',
          address: ['Strandvägen 12', 'SE-211 20 Malmö'],
          start: day(-1),
        },
      },
    ],
  ],
  trials: [
    { rule: 'right', form: ({ child }) => ({ personnummer: child.pnr }) },
    { rule: 'list-open', form: ({ emigrant }) => ({ personnummer: emigrant.pnr }) },
    { rule: 'abroad', form: { votingDate: null } },
  ],
})
