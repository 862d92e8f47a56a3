import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, inAalborg, isPlain, isSingle, isWoman } from '../who.ts'
import { dayOf, isOver, stands, startsOf } from './rows.ts'

const entity = 'name'

/** She took another name at the wedding. */
const isRenamed = all(isPlain, inAalborg, isWoman, (one) => startsOf(one, entity).length === 2)

const cast = (find: Parameters<Parameters<typeof upkeep>[0]['cast']>[0]) => ({
  person: find(isRenamed),
})

type Cast = { readonly person: Somebody }

const newest = ({ person }: Cast) => ({ of: person, entity })
const first = ({ person }: Cast) => ({ of: person, entity, is: isOver })
const last = ({ person }: Cast) => ({ of: person, entity, is: stands })

const right = { firstNames: 'Ingeborg', lastName: 'Thorup' }

export const nameUpkeep = [
  upkeep({
    operation: 'name.correct-current',
    by: 'parish',
    cast,
    others: (look) => ({ other: look(isSingle) }),
    about: newest,
    elsewhere: first,
    chained: true,
    says: () => right,
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [{ mark: 'K' }, { ...right, middleName: null, end: null, mark: null }],
          addressingName: [{ addressingName: 'Thorup,Ingeborg', mark: null }],
        },
      ],
    ],
    trials: [{ rule: 'kind', form: { addressingName: 'Thorup,I' } }],
  }),
  upkeep({
    operation: 'name.correct-former',
    by: 'parish',
    cast,
    others: () => ({}),
    about: newest,
    elsewhere: last,
    says: () => right,
    changes: ({ person }) => [[person, { [entity]: [{ mark: 'K' }, { ...right, mark: null }] }]],
    trials: [{ rule: 'kind', form: { addressingName: 'Thorup,I' } }],
  }),
  upkeep({
    operation: 'name.undo-current',
    by: 'parish',
    cast,
    stays: 'not-reported-here',
    others: () => ({}),
    about: newest,
    elsewhere: first,
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A' },
            { start: dayOf(was(person, entity)[0]), end: null, mark: null },
          ],
          addressingName: [{ mark: null }],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'name.undo-former',
    by: 'parish',
    cast,
    stays: 'not-reported-here',
    others: () => ({}),
    about: newest,
    elsewhere: last,
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A' },
            { start: dayOf(was(person, entity)[0]), end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'name.report-former',
    by: 'parish',
    cast,
    others: () => ({}),
    about: ({ person }) => person,
    says: ({ person }) => ({
      ...right,
      startDate: addDays(dayOf(person.row(entity)), -30),
      endDate: dayOf(person.row(entity)),
    }),
    asks: ['neighbours'],
    changes: ({ person }, _day, was) => {
      const [born = '', second = ''] = was(person, entity).map(dayOf)
      const from = addDays(second, -30)
      return [
        [
          person,
          {
            [entity]: [
              { start: born, end: from, mark: null },
              { ...right, start: from, end: second, mark: null },
            ],
          },
        ],
      ]
    },
  }),
]
