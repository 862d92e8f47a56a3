import type { Look } from '../../src/proof/cast.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, has, isSingle } from '../who.ts'
import { isOver, stands } from './rows.ts'

const entity = 'municipalCondition'

const conditions =
  (...periods: readonly (readonly [number, number | null])[]) =>
  ({ person }: { readonly person: Somebody }, day: Day): readonly Earlier[] =>
    periods.map(([start, end]) => ({
      event: 'municipal-conditions',
      by: 'caseworker',
      form: {
        personnummer: person.pnr,
        conditionType: '1',
        conditionCode: '00017',
        startDate: day(start),
        endDate: end === null ? null : day(end),
        comment: 'Parkeringslicens',
        municipality: '0851',
        authority: '0851',
      },
    }))

const note = ({ person }: { readonly person: Somebody }, day: Day): Earlier => ({
  event: 'municipal-notes',
  by: 'caseworker',
  form: {
    personnummer: person.pnr,
    noteNumber: '07',
    noteText: 'Ring før besøg',
    startDate: day(-5),
    municipality: '0851',
    authority: '0851',
  },
})

/** Of a note nothing but its days can be put right. */
const noteOf = (person: Somebody) => ({ of: person, entity: 'note', is: stands })

const isElsewhere = all(has(entity), (one) => one.municipality !== '0851')
const others = (look: Look) => ({ stranger: look(isElsewhere) })

/** A row of another municipality. */
const rowOf = (stranger: Somebody) => ({ of: stranger, entity, is: stands })

export const municipalUpkeep = [
  upkeep({
    operation: 'municipal.correct-current',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: (people, day) => [
      ...conditions([-20, -10], [-10, null])(people, day),
      note(people, day),
    ],
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    chained: true,
    others,
    trials: [
      { rule: 'kind', row: ({ person }) => noteOf(person) },
      { rule: 'owner', row: ({ stranger }) => rowOf(stranger) },
    ],
    says: () => ({ comment: 'Handicapplads' }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K' },
            { comment: 'Handicapplads', start: day(-10), end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'municipal.correct-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: (people, day) => [
      ...conditions([-20, -10], [-10, null])(people, day),
      note(people, day),
    ],
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    others,
    trials: [
      { rule: 'kind', row: ({ person }) => noteOf(person) },
      { rule: 'owner', row: ({ stranger }) => rowOf(stranger) },
    ],
    says: () => ({ comment: 'Handicapplads' }),
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K' },
            { comment: 'Handicapplads', start: day(-20), end: day(-10), mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'municipal.undo-current',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: conditions([-20, -10], [-10, null]),
    others,
    trials: [{ rule: 'owner', row: ({ stranger }) => rowOf(stranger) }],
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    changes: ({ person }) => [[person, { [entity]: [{ mark: 'A' }] }]],
  }),
  upkeep({
    operation: 'municipal.undo-former',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    asks: ['gap'],
    stays: 'newer-row',
    earlier: conditions([-20, -10], [-9, null]),
    others,
    trials: [{ rule: 'owner', row: ({ stranger }) => rowOf(stranger) }],
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    changes: ({ person }) => [[person, { [entity]: [{ mark: 'A' }] }]],
  }),
  upkeep({
    operation: 'municipal.report-former',
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: conditions([-20, -10]),
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({
      conditionType: '1',
      conditionCode: '00017',
      comment: 'Ansøgning fra før',
      startDate: day(-30),
      endDate: day(-18),
    }),
    asks: ['neighbours'],
    changes: ({ person }, day) => [
      [
        person,
        {
          [entity]: [
            { comment: 'Ansøgning fra før', start: day(-30), end: day(-18), mark: null },
            { start: day(-18), end: day(-10), mark: null },
          ],
        },
      ],
    ],
    trials: [{ rule: 'fits', also: ['neighbours'], form: (_, day) => ({ endDate: day(-5) }) }],
  }),
  upkeep({
    operation: 'municipal.undo-former',
    story: 'beside another',
    stays: 'newer-row',
    by: 'senior',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: conditions([-20, -10], [-10, null]),
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    changes: ({ person }, day) => [[person, { [entity]: [{ mark: 'A', start: day(-20) }] }]],
  }),
  upkeep({
    operation: 'municipal.report-former',
    story: 'apart',
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    others: () => ({}),
    about: ({ person }) => person,
    says: (_, day) => ({
      conditionType: '1',
      conditionCode: '00017',
      startDate: day(-60),
      endDate: day(-50),
    }),
    changes: ({ person }, day) => [
      [person, { [entity]: [{ start: day(-60), end: day(-50), mark: null }] }],
    ],
  }),
]
