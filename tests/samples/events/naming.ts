import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isMinor, isPlain } from '../who.ts'

export const naming = sample({
  event: 'naming',
  by: 'parish',
  cast: (find) => ({
    newborn: find(all(isPlain, inAalborg, (one) => one.age === 0 && one.row('name') === undefined)),
  }),
  others: (look) => ({
    named: look(all(isPlain, isMinor, (one) => one.holders().length === 2)),
    unnamed: look.demo('3006980014'),
  }),
  form: ({ newborn }, day) => ({
    personnummer: newborn.pnr,
    namingDate: day(0),
    firstNames: 'Asta',
    lastName: columnOf(newborn.kin('mother')[0] ?? newborn, 'name', 'lastName'),
    namingKind: 'NAMING',
    applicants: newborn.holders().map(({ pnr }) => pnr),
    authority: '7001',
  }),
  asks: ['approved'],
  leaves: ({ newborn }, day) => {
    const lastName = columnOf(newborn.kin('mother')[0] ?? newborn, 'name', 'lastName')
    return [
      [
        newborn,
        {
          name: { firstNames: 'Asta', lastName, start: day(0) },
          addressingName: { addressingName: `${lastName},Asta` },
        },
      ],
    ]
  },
  trials: [
    {
      rule: 'late',
      form: ({ unnamed }) => ({
        personnummer: unnamed.pnr,
        lastName: 'Kjeldgaard',
        applicants: [unnamed.pnr],
      }),
    },
    {
      rule: 'no-name-yet',
      also: ['surname-source', 'late'],
      form: ({ named }) => ({
        personnummer: named.pnr,
        applicants: named.holders().map(({ pnr }) => pnr),
      }),
    },
    { rule: 'surname-source', form: { lastName: 'Prøvestrup' } },
    {
      rule: 'signed',
      form: ({ newborn }) => ({ applicants: newborn.kin('mother').map(({ pnr }) => pnr) }),
    },
  ],
  again: [{ rule: 'no-name-yet' }],
})
