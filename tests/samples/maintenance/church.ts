import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, columnOf, isPlain, isSingle } from '../who.ts'
import { dayOf, isOver, stands } from './rows.ts'

const entity = 'church'

/** Baptised as a child: a member since, and nothing before. */
const isMember = all(isSingle, (one) => columnOf(one, entity, 'churchRelation') === 'F')

const cast = (find: Parameters<Parameters<typeof upkeep>[0]['cast']>[0]) => ({
  person: find(isMember),
})

type Cast = { readonly person: Somebody }

const newest = ({ person }: Cast) => ({ of: person, entity })
const first = ({ person }: Cast) => ({ of: person, entity, is: isOver })
const last = ({ person }: Cast) => ({ of: person, entity, is: stands })

export const churchUpkeep = [
  upkeep({
    operation: 'church.correct-current',
    by: 'parish',
    cast,
    others: () => ({}),
    about: newest,
    elsewhere: first,
    chained: true,
    trials: [{ rule: 'alternate', also: ['neighbours'], form: { churchRelation: 'A' } }],
    says: ({ person }) => ({ startDate: addDays(dayOf(person.row(entity)), 7) }),
    asks: ['neighbours'],
    changes: ({ person }, _day, was) => {
      const [before, baptised] = was(person, entity).map(dayOf)
      const right = addDays(baptised ?? '', 7)
      return [
        [
          person,
          {
            [entity]: [
              { start: before ?? '', end: right, mark: null },
              { mark: 'K', start: baptised ?? '' },
              { churchRelation: 'F', start: right, end: null, mark: null },
            ],
          },
        ],
      ]
    },
  }),
  upkeep({
    operation: 'church.correct-former',
    by: 'parish',
    cast,
    others: () => ({}),
    about: newest,
    elsewhere: last,
    trials: [{ rule: 'alternate', form: { churchRelation: 'F' } }],
    says: () => ({ churchRelation: 'U' }),
    changes: ({ person }) => [
      [person, { [entity]: [{ mark: 'K' }, { churchRelation: 'U', mark: null }] }],
    ],
  }),
  upkeep({
    operation: 'church.undo-current',
    by: 'parish',
    cast,
    stays: 'not-reported-here',
    others: (look) => ({ unbaptised: look(all(isPlain, (one) => one.ever(entity).length === 1)) }),
    trials: [
      {
        rule: 'only-row',
        row: ({ unbaptised }) => ({
          of: unbaptised,
          entity,
          is: stands,
        }),
      },
    ],
    about: newest,
    elsewhere: first,
    changes: ({ person }) => [
      [person, { [entity]: [{ mark: 'A' }, { churchRelation: 'A', end: null, mark: null }] }],
    ],
  }),
  upkeep({
    operation: 'church.undo-former',
    by: 'parish',
    cast,
    stays: 'not-reported-here',
    others: () => ({}),
    about: newest,
    elsewhere: last,
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A', churchRelation: 'A' },
            { churchRelation: 'F', start: person.birthDate, end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'church.report-former',
    by: 'parish',
    cast,
    others: () => ({}),
    about: ({ person }) => person,
    trials: [{ rule: 'alternate', also: ['neighbours'], form: { churchRelation: 'F' } }],
    says: ({ person }) => ({
      churchRelation: 'U',
      startDate: addDays(dayOf(person.row(entity)), -20),
      endDate: dayOf(person.row(entity)),
    }),
    asks: ['neighbours'],
    changes: ({ person }, _day, was) => {
      const [before, baptised = ''] = was(person, entity).map(dayOf)
      const from = addDays(baptised, -20)
      return [
        [
          person,
          {
            [entity]: [
              { start: before ?? '', end: from, mark: null },
              { churchRelation: 'U', start: from, end: baptised, mark: null },
            ],
          },
        ],
      ]
    },
  }),
  upkeep({
    operation: 'church.correct-current',
    story: 'another relation',
    by: 'parish',
    plain: true,
    cast,
    others: () => ({}),
    about: newest,
    says: () => ({ churchRelation: 'U' }),
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K', churchRelation: 'F' },
            { churchRelation: 'U', mark: null },
          ],
        },
      ],
    ],
  }),
]
