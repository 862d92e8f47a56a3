import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, has, inAalborg, isAdult, isSingle } from '../who.ts'

/** The surname and the first name's first letter. */
const shortNameOf = (one: Somebody): string =>
  `${columnOf(one, 'name', 'lastName')},${columnOf(one, 'name', 'firstNames').slice(0, 1)}`

export const addressingName = sample({
  event: 'addressing-name',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({
    sheltered: look(all(isAdult, inAalborg, has('protection'), has('name'))),
    dead: look(all(has('name'), ({ status }) => status === '90')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    startDate: day(0),
    addressingName: shortNameOf(person),
    authority: '0851',
  }),
  leaves: ({ person }) => [
    [
      person,
      {
        addressingName: {
          addressingName: shortNameOf(person),
        },
      },
    ],
  ],
  trials: [
    {
      rule: 'protect',
      form: ({ sheltered }) => ({
        personnummer: sheltered.pnr,
        addressingName: shortNameOf(sheltered),
      }),
    },
    {
      rule: 'status',
      form: ({ dead }) => ({ personnummer: dead.pnr, addressingName: shortNameOf(dead) }),
    },
    {
      rule: 'length',
      form: ({ person }) => ({
        addressingName: `${columnOf(person, 'name', 'lastName')},${columnOf(person, 'name', 'firstNames').padEnd(34, 'x')}`,
      }),
    },
    { rule: 'parts', form: { addressingName: 'Qvisthøj,Xerxes' } },
    {
      rule: 'same2',
      form: ({ person }) => ({
        addressingName: columnOf(person, 'addressingName', 'addressingName'),
      }),
    },
  ],
  again: [{ rule: 'same2' }],
})
