import { upkeep } from '../../src/proof/upkeep.ts'
import { all, has, isSingle } from '../who.ts'
import { abroadNotes, lostAndFound, thereAndBack } from './absences.ts'
import { hasLivedIn } from './rows.ts'

const entity = 'migration'

const isAbroad = all(has(entity), ({ status }) => status === '80', hasLivedIn('0851'))

export const migrationUpkeep = [
  upkeep({
    operation: 'migration.correct-current',
    by: 'senior',
    cast: (find) => ({ person: find(isAbroad) }),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    proof: 'row',
    says: () => ({ departureCountry: '5130', line1: '12 rue de la Paix', line2: 'FR-75002 Paris' }),
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K' },
            {
              departureCountry: '5130',
              foreignAddress: ['12 rue de la Paix', 'FR-75002 Paris'],
              end: null,
              mark: null,
            },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'migration.correct-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => thereAndBack(person, day),
    stays: 'unknown-before',
    others: () => ({}),
    about: ({ person }) => abroadNotes.meant(person),
    unshown: true,
    proof: 'refused',
    says: () => ({ departureCountry: '5130' }),
    changes: ({ person }) => [
      [person, { [entity]: [{ mark: 'K' }, { departureCountry: '5130', mark: null }] }],
    ],
  }),
  upkeep({
    operation: 'migration.undo-current',
    by: 'senior',
    cast: (find) => ({ person: find(isAbroad) }),
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
    operation: 'migration.undo-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    // What an event ended is taken back by letting it stand again: this one nothing ended.
    earlier: ({ person }, day) => [
      {
        event: 'migration.report-former',
        by: 'caseworker',
        form: {
          personnummer: person.pnr,
          departureCountry: '5130',
          entryCountry: '5130',
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
      stamp: (ask) => ask.receipt(person, 'migration.report-former'),
    }),
    unshown: true,
    proof: 'refused',
    changes: ({ person }, day) => [[person, { [entity]: [{ mark: 'A', start: day(-40) }] }]],
  }),
  upkeep({
    operation: 'migration.report-former',
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => lostAndFound(person, day),
    stays: 'never-shown',
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({
      departureCountry: '5130',
      entryCountry: '5130',
      startDate: day(-9),
      endDate: day(-4),
    }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [{ departureCountry: '5130', start: day(-9), end: day(-4), mark: null }],
        },
      ],
    ],
    trials: [
      { rule: 'content', form: { departureCountry: null, entryCountry: null } },
      { rule: 'home', form: (_, day) => ({ startDate: day(-40), endDate: day(-35) }) },
    ],
  }),
]
