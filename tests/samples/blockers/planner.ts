import { all, columnOf, inAalborg, isAdult, isAlone, isPlain } from '../who.ts'
import { at, blocked } from './blocked.ts'
import { renamed } from './later.ts'

const isNoMember = all(
  isPlain,
  inAalborg,
  isAdult,
  isAlone,
  (one) => columnOf(one, 'church', 'churchRelation') === 'A',
)

/** What the planner sees of any event, where the catalogue says nothing of it. */
export const blockedByPlanner = [
  blocked({
    title: 'church-membership.newer-row',
    by: 'parish',
    people: (find) => [find(isNoMember)],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      churchRelation: 'F',
      startDate: day(-3),
      act: 'BAPTISM',
      holderConsent: true,
      parish: '7001',
      authority: '7001',
    }),
    later: (people, day) => [
      {
        event: 'church-withdrawal',
        by: 'parish',
        form: {
          personnummer: at(people, 0).pnr,
          withdrawalDate: day(0),
          baptismPlace: 'Vor Frue Kirke',
          baptismDate: day(-3),
          authority: '7001',
        },
      },
    ],
  }),
  blocked({
    title: 'tax-pnr.number-in-use',
    by: 'tax',
    people: () => [],
    form: (_, day) => ({
      birthDate: '19830301',
      assignmentDate: day(-5),
      sex: 'M',
      firstNames: 'Pierre',
      lastName: 'Dubois',
      citizenship: '5130',
      foreignAddress: ['12 rue de la Paix', 'FR-75002 Paris'],
      documentation: 'Ansøgning 2026-71',
      authority: '0011',
    }),
    later: (_, day, born) => [renamed(born, 'Pierre', day(0))],
  }),
]
