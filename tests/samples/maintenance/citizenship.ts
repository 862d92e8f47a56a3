import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, columnOf, inAalborg, isForeigner, isPlain } from '../who.ts'
import { isOver, stands } from './rows.ts'

const entity = 'citizenship'

const isForeign = all(
  isPlain,
  inAalborg,
  isForeigner,
  (one) => columnOf(one, entity, 'country') !== '5100',
)

const naturalised = ({ person }: { readonly person: Somebody }, day: Day): readonly Earlier[] => [
  {
    event: 'citizenship',
    by: 'citizenship-office',
    form: {
      personnummer: person.pnr,
      country: '5100',
      startDate: day(-10),
      ground: 'NATURALISATION',
      documentation: 'Lov om indfødsrets meddelelse 2026',
      authority: '0017',
    },
  },
]

/** The first citizenship came with the birth, which a parish registered. */
const [office, parish] = ['citizenship-office', 'parish']

export const citizenshipUpkeep = [
  upkeep({
    operation: 'citizenship.correct-current',
    by: office,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    chained: true,
    says: (_, day) => ({ startDate: day(-12) }),
    asks: ['neighbours'],
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { end: day(-12), mark: null },
            { mark: 'K', start: day(-10) },
            { country: '5100', start: day(-12), end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'citizenship.correct-former',
    by: parish,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    says: () => ({ country: '5170' }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K', start: person.birthDate },
            { country: '5170', start: person.birthDate, end: day(-10), mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'citizenship.undo-current',
    by: office,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    others: (look) => ({ dane: look(all(isPlain, (one) => one.ever(entity).length === 1)) }),
    trials: [
      {
        rule: 'only-row',
        row: ({ dane }) => ({
          of: dane,
          entity,
          is: stands,
        }),
      },
    ],
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A', country: '5100', start: day(-10) },
            { start: person.birthDate, end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'citizenship.undo-former',
    by: parish,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    stays: 'not-reported-here',
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A', start: person.birthDate },
            { country: '5100', start: person.birthDate, end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'citizenship.report-former',
    by: office,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({ country: '5170', startDate: day(-40), endDate: day(-10) }),
    asks: ['neighbours'],
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { start: person.birthDate, end: day(-40), mark: null },
            { country: '5170', start: day(-40), end: day(-10), mark: null },
          ],
        },
      ],
    ],
    trials: [
      {
        rule: 'fits',
        also: ['neighbours'],
        form: ({ person }) => ({
          startDate: addDays(person.birthDate, 10),
          endDate: addDays(person.birthDate, 20),
        }),
      },
    ],
  }),
  upkeep({
    operation: 'citizenship.correct-current',
    story: 'another country',
    by: office,
    plain: true,
    cast: (find) => ({ person: find(isForeign) }),
    earlier: naturalised,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    says: () => ({ country: '5170' }),
    changes: ({ person }, day) => [
      [person, { [entity]: [{ mark: 'K' }, { country: '5170', start: day(-10), mark: null }] }],
    ],
  }),
]
