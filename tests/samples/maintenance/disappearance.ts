import { upkeep } from '../../src/proof/upkeep.ts'
import { all, has, isSingle } from '../who.ts'
import { lostAndFound, lostNotes, thereAndBack } from './absences.ts'
import { hasLivedIn } from './rows.ts'

const entity = 'disappearance'

const isMissing = all(has(entity), hasLivedIn('0851'))

export const disappearanceUpkeep = [
  upkeep({
    operation: 'disappearance.correct-current',
    by: 'senior',
    cast: (find) => ({ person: find(isMissing), found: find(isSingle) }),
    earlier: ({ found }, day) => lostAndFound(found, day),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    proof: 'row',
    says: (_, day) => ({ startDate: day(-18) }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [{ mark: 'K' }, { start: day(-18), end: null, mark: null }],
          person: [{ status: '70', statusDate: day(-18) }],
          address: [{ end: day(-18), mark: null }],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'disappearance.correct-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => lostAndFound(person, day),
    stays: 'unknown-before',
    others: () => ({}),
    about: ({ person }) => lostNotes.meant(person),
    unshown: true,
    proof: 'refused',
    says: (_, day) => ({ startDate: day(-8) }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [{ mark: 'K' }, { start: day(-8), end: day(-4), mark: null }],
          address: [{ end: day(-8), mark: null }],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'disappearance.undo-current',
    by: 'senior',
    cast: (find) => ({ person: find(isMissing) }),
    stays: 'not-reported-here',
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    proof: 'refused',
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [{ mark: 'A' }],
          person: [{ status: '01' }],
          address: [{ end: null, mark: null }],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'disappearance.undo-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    // What an event ended is taken back by letting it stand again: this one nothing ended.
    earlier: ({ person }, day) => [
      {
        event: 'disappearance.report-former',
        by: 'caseworker',
        form: {
          personnummer: person.pnr,
          startDate: day(-40),
          endDate: day(-35),
          reason: 'Manglede i anmeldelsen',
        },
      },
    ],
    others: () => ({}),
    about: ({ person }) => ({
      of: person,
      entity,
      stamp: (ask) => ask.receipt(person, 'disappearance.report-former'),
    }),
    unshown: true,
    proof: 'refused',
    changes: ({ person }, day) => [[person, { [entity]: [{ mark: 'A', start: day(-40) }] }]],
  }),
  upkeep({
    operation: 'disappearance.report-former',
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => thereAndBack(person, day),
    stays: 'never-shown',
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({ startDate: day(-9), endDate: day(-4) }),
    trials: [{ rule: 'home', form: (_, day) => ({ startDate: day(-40), endDate: day(-35) }) }],
    changes: ({ person }, day) => [
      [person, { [entity]: [{ start: day(-9), end: day(-4), mark: null }] }],
    ],
  }),
]
