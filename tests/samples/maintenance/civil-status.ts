import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { findCouple } from '../couple.ts'
import { all, isAged, isMan, isSingle } from '../who.ts'
import { findDivorced, findRemarried, isDivorced, remarried } from './divorced.ts'
import { dayOf, isOver, stands } from './rows.ts'

const entity = 'civilStatus'

const wedding = (one: Somebody): string => dayOf(one.row(entity))

const coupleTrials = [
  { rule: 'death', also: ['couple', 'neighbours'], form: { civilStatus: 'D' } },
  { rule: 'couple', also: ['neighbours'], form: { civilStatus: 'F' } },
]

export const civilStatusUpkeep = [
  upkeep({
    operation: 'civil-status.correct-current',
    by: 'senior',
    cast: findCouple,
    others: (look) => ({ divorced: look(isDivorced) }),
    about: ({ wife }) => ({ of: wife, entity }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: isOver }),
    chained: true,
    says: ({ wife }) => ({ startDate: addDays(wedding(wife), 1) }),
    asks: ['neighbours'],
    changes: ({ wife, husband }, _day, was) =>
      [wife, husband].map((one) => {
        const [single = '', wed = ''] = was(one, entity).map(dayOf)
        const right = addDays(wed, 1)
        return [
          one,
          {
            [entity]: [
              { civilStatus: 'U', start: single, end: right, mark: null },
              { mark: 'K', start: wed },
              { civilStatus: 'G', start: right, end: null, mark: null },
            ],
          },
        ] as const
      }),
    trials: [
      ...coupleTrials,
      { rule: 'two', form: ({ wife }) => ({ spousePersonnummer: wife.pnr }) },
      {
        rule: 'preceding',
        row: ({ divorced }) => ({ of: divorced, entity, is: stands }),
        form: ({ wife }) => ({ civilStatus: 'G', spousePersonnummer: wife.pnr }),
      },
    ],
  }),
  upkeep({
    operation: 'civil-status.correct-former',
    by: 'senior',
    cast: (find) => ({ ...findDivorced(find), ...findRemarried(find) }),
    earlier: (people, day) => remarried(people, day),
    others: () => ({}),
    about: ({ wife }) => ({
      of: wife,
      entity,
      is: ({ columns, mark }) => mark === null && columns['civilStatus'] === 'G',
    }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: stands }),
    chained: true,
    says: ({ wife }) => ({ startDate: addDays(dayOf(wife.ever(entity)[1]), 1) }),
    asks: ['neighbours'],
    changes: ({ wife, husband }, _day, was) =>
      [wife, husband].map((one) => {
        const [single = '', wed = '', parted = ''] = was(one, entity).map(dayOf)
        const right = addDays(wed, 1)
        return [
          one,
          {
            [entity]: [
              { civilStatus: 'U', start: single, end: right, mark: null },
              { mark: 'K', start: wed },
              { civilStatus: 'G', start: right, end: parted, mark: null },
            ],
          },
        ] as const
      }),
    trials: [
      ...coupleTrials,
      { rule: 'two', form: ({ wife }) => ({ spousePersonnummer: wife.pnr }) },
      {
        rule: 'preceding',
        row: ({ bride }) => ({
          of: bride,
          entity,
          is: ({ columns, mark }) => mark === null && columns['civilStatus'] === 'F',
        }),
        form: (_, day) => ({ civilStatus: 'G', startDate: day(-10) }),
      },
    ],
  }),
  upkeep({
    operation: 'civil-status.undo-current',
    by: 'senior',
    cast: findCouple,
    stays: 'not-reported-here',
    others: (look) => ({ single: look(isSingle) }),
    trials: [
      {
        rule: 'only-row',
        row: ({ single }) => ({
          of: single,
          entity,
          is: stands,
        }),
      },
    ],
    about: ({ wife }) => ({ of: wife, entity }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: isOver }),
    changes: ({ wife, husband }) =>
      [wife, husband].map(
        (one) =>
          [
            one,
            {
              [entity]: [
                { mark: 'A', civilStatus: 'G' },
                { civilStatus: 'U', end: null, mark: null },
              ],
            },
          ] as const,
      ),
  }),
  upkeep({
    operation: 'civil-status.undo-former',
    by: 'senior',
    cast: findDivorced,
    stays: 'not-reported-here',
    others: () => ({}),
    about: ({ wife }) => ({
      of: wife,
      entity,
      is: ({ columns, mark }) => mark === null && columns['civilStatus'] === 'G',
    }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: stands }),
    changes: ({ wife, husband }, _day, was) =>
      [wife, husband].map((one) => {
        const [single = '', , parted = ''] = was(one, entity).map(dayOf)
        return [
          one,
          {
            [entity]: [
              { mark: 'A', civilStatus: 'G' },
              { civilStatus: 'U', start: single, end: parted, mark: null },
            ],
          },
        ] as const
      }),
  }),
  upkeep({
    operation: 'civil-status.report-former',
    by: 'senior',
    cast: (find) => findCouple(find),
    others: () => ({}),
    about: ({ wife }) => wife,
    says: ({ wife }) => ({
      civilStatus: 'F',
      startDate: addDays(wedding(wife), -40),
      endDate: wedding(wife),
    }),
    asks: ['neighbours'],
    changes: ({ wife }, _day, was) => {
      const [single = '', wed = ''] = was(wife, entity).map(dayOf)
      return [
        [
          wife,
          {
            [entity]: [
              { civilStatus: 'U', start: single, end: addDays(wed, -40), mark: null },
              { civilStatus: 'F', start: addDays(wed, -40), end: wed, mark: null },
            ],
          },
        ],
      ]
    },
    trials: [
      { rule: 'two', form: ({ wife }) => ({ spousePersonnummer: wife.pnr }) },
      { rule: 'death', also: ['neighbours'], form: { civilStatus: 'D' } },
      {
        rule: 'preceding',
        also: ['fits', 'neighbours'],
        form: ({ wife }) => ({
          civilStatus: 'G',
          startDate: addDays(wedding(wife), 10),
          endDate: addDays(wedding(wife), 20),
        }),
      },
    ],
  }),
  upkeep({
    operation: 'civil-status.correct-current',
    story: 'the right spouse',
    by: 'senior',
    plain: true,
    cast: (find) => ({ ...findCouple(find), right: find(all(isSingle, isMan, isAged(20, 26))) }),
    others: () => ({}),
    about: ({ wife }) => ({ of: wife, entity }),
    says: ({ right }) => ({ civilStatus: 'G', spousePersonnummer: right.pnr }),
    changes: ({ wife, husband, right }, _day, was) => {
      const [single = '', wed = ''] = was(husband, entity).map(dayOf)
      return [
        [
          wife,
          {
            [entity]: [
              { mark: 'K', spousePersonnummer: husband.pnr },
              { civilStatus: 'G', spousePersonnummer: right.pnr, end: null, mark: null },
            ],
          },
        ],
        [
          husband,
          {
            [entity]: [
              { mark: 'K', spousePersonnummer: wife.pnr },
              { civilStatus: 'U', start: single, end: null, mark: null },
            ],
          },
        ],
        [
          right,
          {
            [entity]: [
              { civilStatus: 'U', end: wed, mark: null },
              { civilStatus: 'G', spousePersonnummer: wife.pnr, start: wed, mark: null },
            ],
          },
        ],
      ]
    },
  }),
]
