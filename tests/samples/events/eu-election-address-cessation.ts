import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, isSingle } from '../who.ts'

export const euElectionAddressCessation = sample({
  event: 'eu-election-address-cessation',
  by: 'election-office',
  cast: (find) => ({
    person: find(all(isSingle, (one) => columnOf(one, 'citizenship', 'country') === '5100')),
  }),
  others: (look, { person }) => ({ free: look((one) => isSingle(one) && one !== person) }),
  earlier: ({ person }, day) => [
    {
      event: 'eu-election-address',
      by: 'election-office',
      form: {
        personnummer: person.pnr,
        electionCode: '0001',
        startDate: day(-10),
        votingDate: day(200),
        address: ['Strandvägen 12', 'SE-211 20 Malmö'],
        country: '5120',
        authority: '0014',
      },
    },
  ],
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    electionCode: '0001',
    endDate: day(-1),
    authority: '0014',
  }),
  leaves: ({ person }) => [[person, { election: null }]],
  trials: [{ rule: 'active-row', form: ({ free }) => ({ personnummer: free.pnr }) }],
  again: [{ rule: 'active-row' }],
})
