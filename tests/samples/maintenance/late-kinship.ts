import { addDays } from '../../src/proof/census.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { all, isAged, isSingle, isWoman } from '../who.ts'
import { besides, daughterOf, hadMother, isMother, isMothers, numbersOfNobody } from './parents.ts'

const entity = 'kinship'

/** A parent of the past: each is a row of their own. */
export const lateKinship = [
  upkeep({
    operation: 'kinship.report-former',
    by: 'parish',
    cast: (find) => ({
      child: find(all(isSingle, isAged(20, 26))),
      mother: find(all(isSingle, isWoman, isAged(48, 60))),
      first: find(all(isSingle, isWoman, isAged(48, 60))),
    }),
    others: (look) => ({
      minor: look(isMothers),
      grown: look(isMother),
      closed: look(({ status }) => status === '60'),
    }),
    earlier: ({ child, first }) => [hadMother(child, first)],
    about: ({ child }) => child,
    says: ({ child, mother }) => ({
      motherPersonnummer: mother.pnr,
      startDate: addDays(child.birthDate, 400),
      endDate: addDays(child.birthDate, 600),
    }),
    changes: ({ child, mother }) => {
      const start = addDays(child.birthDate, 400)
      const period = { start, end: addDays(child.birthDate, 600), mark: null }
      return [
        [child, { [entity]: [{ relation: 'mother', personnummer: mother.pnr, ...period }] }],
        [
          mother,
          {
            [entity]: [
              { relation: 'child', personnummer: child.pnr, derivedMark: 'NM', ...period },
            ],
          },
        ],
      ]
    },
    trials: [
      { rule: 'two', form: ({ child }) => ({ motherPersonnummer: child.pnr }) },
      { rule: 'content', form: { motherPersonnummer: null } },
      ...numbersOfNobody,
      {
        rule: 'valid-pnr-2',
        also: besides,
        form: ({ closed }) => ({ motherPersonnummer: closed.pnr }),
      },
      {
        rule: 'valid-pnr-3',
        also: besides,
        form: ({ closed }) => ({ motherPersonnummer: null, fatherPersonnummer: closed.pnr }),
      },
      { rule: 'one', form: ({ first }) => ({ fatherPersonnummer: first.pnr }) },
      {
        rule: 'ancestor',
        also: ['fits', 'neighbours'],
        form: ({ grown }) => ({
          personnummer: grown.pnr,
          motherPersonnummer: daughterOf(grown).pnr,
          startDate: grown.birthDate,
          endDate: addDays(grown.birthDate, 100),
        }),
      },
      {
        rule: 'fits',
        also: ['neighbours'],
        form: ({ minor }) => ({
          personnummer: minor.pnr,
          startDate: minor.birthDate,
          endDate: addDays(minor.birthDate, 10),
        }),
      },
      { rule: 'neighbours', form: ({ child }) => ({ startDate: addDays(child.birthDate, 300) }) },
    ],
  }),
]
