import { addDays } from '../../src/proof/census.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, isAged, isMan, isSingle, isWoman } from '../who.ts'
import { lateKinship } from './late-kinship.ts'
import {
  adopted,
  daughterOf,
  findAdopters,
  hadMother,
  isMother,
  isMothers,
  parentOf,
  rowOf,
} from './parents.ts'

const entity = 'kinship'

export const kinshipUpkeep = [
  upkeep({
    operation: 'kinship.correct-current',
    by: 'parish',
    cast: (find) => {
      const child = find(isMothers)
      const father = parentOf(child, 'father')
      return {
        child,
        father,
        man: find(all(isSingle, isMan)),
        grown: find(isMother),
        bereft: find(all(isSingle, isAged(20, 26))),
        older: find(all(isSingle, isWoman, isAged(48, 60))),
        ...findAdopters(find),
      }
    },
    earlier: ({ grown, bereft, older, wife, husband }, day) => [
      adopted(grown, { wife, husband }, day),
      hadMother(bereft, older),
    ],
    others: () => ({}),
    about: ({ child }) => rowOf(child, 'father'),
    says: ({ man }) => ({ fatherPersonnummer: man.pnr }),
    changes: ({ child, father, man }, _day, was) => {
      const wrong = was(child, entity).find(({ relation }) => relation === 'father')
      return [
        [
          child,
          {
            [entity]: [
              { mark: 'K', relation: 'father' },
              { relation: 'father', personnummer: man.pnr, start: wrong?.start ?? '', mark: null },
            ],
          },
        ],
        [father, { [entity]: [{ mark: 'K', relation: 'child' }] }],
        [
          man,
          {
            [entity]: [
              { relation: 'child', personnummer: child.pnr, derivedMark: 'NF', mark: null },
            ],
          },
        ],
      ]
    },
    trials: [
      { rule: 'two', form: ({ child }) => ({ fatherPersonnummer: child.pnr }) },
      {
        rule: 'relation',
        form: ({ wife }) => ({ fatherPersonnummer: null, motherPersonnummer: wife.pnr }),
      },
      { rule: 'relation-2', row: ({ child }) => rowOf(child, 'mother') },
      {
        rule: 'current',
        row: ({ bereft }) => rowOf(bereft, 'mother', false),
        also: ['relation-2'],
      },
      {
        rule: 'ancestor',
        row: ({ grown }) => rowOf(grown, 'mother'),
        form: ({ grown }) => ({
          fatherPersonnummer: null,
          motherPersonnummer: daughterOf(grown).pnr,
        }),
      },
    ],
  }),
  upkeep({
    operation: 'kinship.correct-former',
    by: 'parish',
    cast: (find) => {
      const child = find(isMothers)
      return {
        child,
        mother: parentOf(child, 'mother'),
        ...findAdopters(find),
        woman: find(all(isSingle, isWoman, isAged(30, 60))),
        grown: find(isMother),
        older: find(all(isSingle, isWoman, isAged(54, 60))),
      }
    },
    earlier: ({ child, grown, older, wife, husband }, day) => [
      adopted(child, { wife, husband }, day),
      hadMother(grown, older),
    ],
    others: () => ({}),
    about: ({ child }) => rowOf(child, 'mother', false),
    elsewhere: ({ child }) => rowOf(child, 'mother'),
    says: ({ child }) => ({ startDate: addDays(child.birthDate, 1) }),
    changes: ({ child, mother }, day) => {
      const right = { start: addDays(child.birthDate, 1), end: day(-10), mark: null }
      return [
        [
          child,
          {
            [entity]: [
              { mark: 'K', relation: 'mother' },
              { relation: 'mother', ...right },
            ],
          },
        ],
        [
          mother,
          {
            [entity]: [
              { mark: 'K', personnummer: child.pnr },
              { relation: 'child', personnummer: child.pnr, ...right },
            ],
          },
        ],
      ]
    },
    trials: [
      { rule: 'two', form: ({ child }) => ({ motherPersonnummer: child.pnr }) },
      {
        rule: 'relation-2',
        form: ({ woman }) => ({ startDate: null, fatherPersonnummer: woman.pnr }),
      },
      {
        rule: 'relation',
        row: ({ child }) => rowOf(child, 'father', false),
        form: ({ woman }) => ({ startDate: null, motherPersonnummer: woman.pnr }),
      },
      {
        rule: 'ancestor',
        row: ({ grown }) => rowOf(grown, 'mother', false),
        form: ({ grown }) => ({ motherPersonnummer: daughterOf(grown).pnr }),
      },
    ],
  }),
  upkeep({
    operation: 'kinship.undo-current',
    by: 'parish',
    cast: (find) => {
      const child = find(isMothers)
      return { child, father: parentOf(child, 'father') }
    },
    stays: 'not-reported-here',
    others: () => ({}),
    about: ({ child }) => rowOf(child, 'father'),
    changes: ({ child, father }) => [
      [child, { [entity]: [{ mark: 'A', relation: 'father' }] }],
      [father, { [entity]: [{ mark: 'A', relation: 'child' }] }],
    ],
  }),
  upkeep({
    operation: 'kinship.undo-former',
    by: 'parish',
    cast: (find) => ({
      child: find(all(isSingle, isAged(20, 26))),
      mother: find(all(isSingle, isWoman, isAged(48, 60))),
    }),
    others: (look) => ({ minor: look(isMothers) }),
    earlier: ({ child, mother }) => [hadMother(child, mother)],
    about: ({ child }) => rowOf(child, 'mother', false),
    elsewhere: ({ minor }) => rowOf(minor, 'mother'),
    asks: ['gap'],
    changes: ({ child, mother }) => [
      [child, { [entity]: [{ mark: 'A', relation: 'mother' }] }],
      [mother, { [entity]: [{ mark: 'A', relation: 'child' }] }],
    ],
  }),
  ...lateKinship,
]
