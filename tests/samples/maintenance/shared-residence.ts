import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, columnOf, has, inAalborg, isMinor, isPlain } from '../who.ts'
import { dayOf, isOver, stands } from './rows.ts'

const entity = 'sharedResidence'

const secondHome = { municipalityCode: '0851', streetCode: '8511', houseNumber: '044' }

const also = ['birth', 'chain', 'neighbours', 'both-held', 'law', 'fits']

/** Lives with the mother and has a second home with the father. */
const isShared = all(isPlain, inAalborg, isMinor, has(entity))

const cast = (find: Parameters<Parameters<typeof upkeep>[0]['cast']>[0]) => ({
  child: find(isShared),
})

type Cast = { readonly child: Somebody }

const otherParent = (child: Somebody) => columnOf(child, entity, 'otherParentPersonnummer')

const ended = ({ child }: Cast, day: Day): Earlier => ({
  event: 'shared-residence-cessation',
  by: 'caseworker',
  form: {
    personnummer: child.pnr,
    otherParentPersonnummer: otherParent(child),
    endDate: day(-5),
    reason: 'AGREED',
    authority: '0851',
  },
})

const begunAnew = ({ child }: Cast, day: Day): Earlier => ({
  event: 'shared-residence-registration',
  by: 'caseworker',
  form: {
    personnummer: child.pnr,
    otherParentPersonnummer: otherParent(child),
    startDate: day(-5),
    agreementKind: 'PLAIN',
    documentation: 'Aftale 2026-63',
    authority: '0851',
  },
})

const twice = (people: Cast, day: Day): readonly Earlier[] => [
  ended(people, day),
  begunAnew(people, day),
]

export const sharedResidenceUpkeep = [
  upkeep({
    operation: 'shared-residence.correct-current',
    by: 'senior',
    cast,
    earlier: twice,
    others: () => ({}),
    about: ({ child }) => ({ of: child, entity }),
    elsewhere: ({ child }) => ({ of: child, entity, is: isOver }),
    chained: true,
    trials: [
      { rule: 'law', also, form: { startDate: '20190331' } },
      {
        rule: 'both-held',
        also,
        form: ({ child }) => ({ startDate: addDays(child.birthDate, -1) }),
      },
    ],
    says: (_, day) => ({ startDate: day(-4) }),
    asks: ['neighbours'],
    changes: ({ child }, day) => [
      [
        child,
        {
          [entity]: [
            { end: day(-4), mark: null },
            { mark: 'K', start: day(-5) },
            { start: day(-4), end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'shared-residence.correct-former',
    by: 'senior',
    cast,
    earlier: twice,
    others: () => ({}),
    about: ({ child }) => ({ of: child, entity }),
    elsewhere: ({ child }) => ({ of: child, entity, is: stands }),
    trials: [
      { rule: 'law', also, form: { startDate: '20190331' } },
      {
        rule: 'both-held',
        also,
        form: ({ child }) => ({ startDate: addDays(child.birthDate, -1) }),
      },
    ],
    says: (_, day) => ({ startDate: day(-12) }),
    changes: ({ child }, day) => [
      [child, { [entity]: [{ mark: 'K' }, { start: day(-12), end: day(-5), mark: null }] }],
    ],
  }),
  upkeep({
    operation: 'shared-residence.undo-current',
    by: 'senior',
    cast,
    earlier: twice,
    others: () => ({}),
    about: ({ child }) => ({ of: child, entity }),
    elsewhere: ({ child }) => ({ of: child, entity, is: isOver }),
    changes: ({ child }, day) => [[child, { [entity]: [{ mark: 'A', start: day(-5) }] }]],
  }),
  upkeep({
    operation: 'shared-residence.undo-former',
    by: 'senior',
    cast,
    earlier: ({ child }, day) => [
      {
        event: 'shared-residence.report-former',
        by: 'caseworker',
        form: {
          personnummer: child.pnr,
          ...secondHome,
          startDate: day(-60),
          endDate: day(-50),
          reason: 'Manglede i aftalen',
        },
      },
      {
        event: 'shared-residence.report-former',
        by: 'caseworker',
        form: {
          personnummer: child.pnr,
          ...secondHome,
          startDate: day(-30),
          endDate: dayOf(child.row(entity)),
          reason: 'Manglede i aftalen',
        },
      },
    ],
    trials: [
      {
        rule: 'gap',
        row: ({ child }, day) => ({
          of: child,
          entity,
          is: ({ start }) => start === day(-60),
        }),
      },
    ],
    others: () => ({}),
    about: ({ child }, day) => ({ of: child, entity, is: ({ start }) => start === day(-30) }),
    elsewhere: ({ child }) => ({ of: child, entity, is: stands }),
    changes: ({ child }, day) => [[child, { [entity]: [{ mark: 'A', start: day(-30) }] }]],
  }),
  upkeep({
    operation: 'shared-residence.report-former',
    by: 'caseworker',
    cast,
    others: () => ({}),
    about: ({ child }) => child,
    trials: [
      { rule: 'law', also, form: { startDate: '20190331' } },
      {
        rule: 'both-held',
        also,
        form: ({ child }) => ({ startDate: addDays(child.birthDate, -1) }),
      },
      { rule: 'content', form: { municipalityCode: null, streetCode: null, houseNumber: null } },
    ],
    says: ({ child }) => {
      const since = dayOf(child.row(entity))
      return {
        ...secondHome,
        startDate: addDays(since, -30),
        endDate: since,
      }
    },
    changes: ({ child }, _day, was) => {
      const since = dayOf(was(child, entity)[0])
      return [[child, { [entity]: [{ start: addDays(since, -30), end: since, mark: null }] }]]
    },
  }),
  upkeep({
    operation: 'shared-residence.correct-current',
    story: 'the first one',
    by: 'senior',
    plain: true,
    cast,
    others: () => ({}),
    about: ({ child }) => ({ of: child, entity }),
    says: (_, day) => ({ startDate: day(-17) }),
    changes: ({ child }, day) => [
      [child, { [entity]: [{ mark: 'K' }, { start: day(-17), end: null, mark: null }] }],
    ],
  }),
]
