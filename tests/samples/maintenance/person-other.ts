import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { guardianshipOf } from '../ward.ts'
import { all, hasNo, isSingle } from '../who.ts'
import { isOver, stands } from './rows.ts'

const isNamed = {
  guardianship: 'guardianship',
  protection: 'protection',
  person: 'person',
} as const

/** Protected from one day, and anew from another: the first is over. */
const sheltered = (person: Somebody, day: Day): readonly Earlier[] =>
  [-20, -6].map((start) => ({
    event: 'protection',
    by: 'caseworker',
    form: {
      personnummer: person.pnr,
      protectionType: '00002',
      startDate: day(start),
      endDate: day(100),
      authority: '0851',
    },
  }))

const isUnsheltered = all(isSingle, hasNo(isNamed.protection))

export const personOtherUpkeep = [
  upkeep({
    operation: 'person-other.correct-current',
    by: 'senior',
    cast: (find) => ({ person: find(isUnsheltered) }),
    earlier: ({ person }, day) => sheltered(person, day),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity: isNamed.protection }),
    elsewhere: ({ person }) => ({ of: person, entity: isNamed.protection, is: isOver }),
    chained: true,
    says: (_, day) => ({ startDate: day(-5) }),
    asks: ['neighbours'],
    changes: ({ person }, day) => [
      [
        person,
        {
          protection: [
            { start: day(-20), end: day(-5), mark: null },
            { mark: 'K', start: day(-6) },
            { protectionType: '00002', start: day(-5), mark: null },
          ],
        },
      ],
    ],
    trials: [{ rule: 'kind', form: { occupation: 'Smed' } }],
  }),
  upkeep({
    operation: 'person-other.correct-current',
    story: 'an occupation',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }, day) => [
      {
        event: 'occupation',
        by: 'caseworker',
        form: {
          personnummer: person.pnr,
          occupation: 'Bådebygger',
          startDate: day(-3),
          authority: '0851',
        },
      },
    ],
    proof: 'none',
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity: isNamed.person }),
    says: () => ({ occupation: 'Bødker' }),
    // A number's own row is written over: there is no proof of what it said.
    changes: ({ person }) => [
      [person, { person: [{ occupation: 'Bødker', status: '01', mark: null }] }],
    ],
  }),
  upkeep({
    operation: 'person-other.correct-former',
    by: 'senior',
    cast: (find) => ({ person: find(isUnsheltered) }),
    earlier: ({ person }, day) => sheltered(person, day),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity: isNamed.protection }),
    elsewhere: ({ person }) => ({ of: person, entity: isNamed.protection, is: stands }),
    says: (_, day) => ({ startDate: day(-19) }),
    changes: ({ person }, day) => [
      [
        person,
        {
          protection: [
            { mark: 'K' },
            { protectionType: '00002', start: day(-19), end: day(-6), mark: null },
          ],
        },
      ],
    ],
    trials: [{ rule: 'kind', form: { occupation: 'Smed' } }],
  }),
  upkeep({
    operation: 'person-other.undo-current',
    by: 'family-law',
    cast: (find) => ({ ward: find(isSingle), person: find(isUnsheltered) }),
    earlier: ({ ward, person }, day) => [guardianshipOf(ward, day), ...sheltered(person, day)],
    others: () => ({}),
    about: ({ ward }) => ({ of: ward, entity: isNamed.guardianship }),
    elsewhere: ({ person }) => ({ of: person, entity: isNamed.protection, is: isOver }),
    changes: ({ ward }) => [[ward, { guardianship: [{ mark: 'A' }] }]],
  }),
  upkeep({
    operation: 'person-other.undo-former',
    by: 'senior',
    stays: 'newer-row',
    cast: (find) => ({ person: find(isUnsheltered) }),
    earlier: ({ person }, day) => sheltered(person, day),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity: isNamed.protection }),
    elsewhere: ({ person }) => ({ of: person, entity: isNamed.protection, is: stands }),
    changes: ({ person }, day) => [
      [person, { protection: [{ mark: 'A' }, { start: day(-20), end: day(100), mark: null }] }],
    ],
  }),
]
