import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { PastRow } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, has, inAalborg, isSingle } from '../who.ts'
import { lostAndFound } from './absences.ts'
import { dayOf, stands, startsOf } from './rows.ts'

/** Born in one home, moved to a second and a third, each long enough for what is said of it. */
const isMover = all(isSingle, (one) => {
  const [first = '', second = '', third = ''] = startsOf(one, 'address')
  return (
    startsOf(one, 'address').length === 3 &&
    addDays(first, 60) < second &&
    addDays(second, 60) < third
  )
})

const home = {
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '040',
  floor: '09',
  door: 'ma',
}

const second = (one: Somebody) => ({
  of: one,
  entity: 'address',
  is: ({ start, mark }: PastRow) => mark === null && start === startsOf(one, 'address')[1],
})

/** Lines of text have no road. */
const linesOf = (texted: Somebody) => ({ of: texted, entity: 'supplementaryAddress', is: stands })

/** A home between two absences: nobody lived elsewhere before or after. */
const aloneIn = (one: Somebody) =>
  one
    .ever('address')
    .find(
      ({ start, end }) =>
        end !== null &&
        one.ever('address').every((other) => other.end !== start && other.start !== end),
    )

const isTexted = all(inAalborg, has('supplementaryAddress'))
const roadTrial = { rule: 'road', form: { houseNumber: '999' } }

const third = (one: Somebody) => ({ of: one, entity: 'address', is: stands })

export const addressUpkeep = [
  upkeep({
    operation: 'address.correct-current',
    by: 'senior',
    cast: (find) => ({ person: find(isMover) }),
    others: (look) => ({ texted: look(isTexted) }),
    about: ({ person }) => ({ of: person, entity: 'address' }),
    elsewhere: ({ person }) => second(person),
    chained: true,
    trials: [roadTrial, { rule: 'kind', row: ({ texted }) => linesOf(texted) }],
    says: () => home,
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          address: [
            { ...home, start: dayOf(was(person, 'address').at(-1)), end: null, mark: null },
            { mark: 'K' },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'address.correct-former',
    by: 'senior',
    cast: (find) => ({ person: find(isMover) }),
    others: (look) => ({ texted: look(isTexted) }),
    about: ({ person }) => second(person),
    elsewhere: ({ person }) => third(person),
    chained: true,
    trials: [roadTrial, { rule: 'kind', row: ({ texted }) => linesOf(texted) }],
    says: () => home,
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          address: [
            { ...home, start: dayOf(was(person, 'address')[1]), mark: null },
            { mark: 'K' },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'address.undo-current',
    by: 'senior',
    cast: (find) => ({ person: find(isMover) }),
    stays: 'not-reported-here',
    others: (look) => ({
      settled: look(all(has('address'), (one) => one.ever('address').length === 1)),
    }),
    trials: [
      {
        rule: 'only-row',
        row: ({ settled }) => ({
          of: settled,
          entity: 'address',
          is: stands,
        }),
      },
    ],
    about: ({ person }) => ({ of: person, entity: 'address' }),
    elsewhere: ({ person }) => second(person),
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          address: [
            { mark: 'A' },
            { start: dayOf(was(person, 'address')[1]), end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'address.undo-former',
    by: 'senior',
    cast: (find) => ({ person: find(isMover) }),
    stays: 'not-reported-here',
    others: (look) => ({ absent: look((one) => aloneIn(one) !== undefined) }),
    trials: [
      {
        rule: 'gap',
        row: ({ absent }) => ({
          of: absent,
          entity: 'address',
          is: ({ start, mark }) => mark === null && start === aloneIn(absent)?.start,
        }),
      },
    ],
    about: ({ person }) => second(person),
    elsewhere: ({ person }) => third(person),
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          address: [
            { mark: 'A' },
            {
              start: dayOf(was(person, 'address')[0]),
              end: dayOf(was(person, 'address')[2]),
              mark: null,
            },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'address.report-former',
    by: 'caseworker',
    cast: (find) => ({ person: find(isMover) }),
    trials: [roadTrial],
    others: () => ({}),
    about: ({ person }) => person,
    says: ({ person }) => {
      const [, moved = ''] = startsOf(person, 'address')
      return { ...home, startDate: addDays(moved, -20), endDate: addDays(moved, 20) }
    },
    asks: ['neighbours'],
    changes: ({ person }, _day, was) => {
      const [born, moved, newest] = was(person, 'address').map(dayOf)
      const [from, to] = [addDays(moved ?? '', -20), addDays(moved ?? '', 20)]
      return [
        [
          person,
          {
            address: [
              { start: born ?? '', end: from, mark: null },
              { ...home, start: from, end: to, mark: null },
              { start: to, end: newest ?? '', mark: null },
            ],
          },
        ],
      ]
    },
  }),
  upkeep({
    operation: 'address.report-former',
    story: 'in a gap',
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => lostAndFound(person, day),
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({ ...home, startDate: day(-9), endDate: day(-4) }),
    changes: ({ person }, day) => [
      [person, { address: [{ ...home, start: day(-9), end: day(-4), mark: null }] }],
    ],
  }),
]
