import type { Somebody } from '../../src/proof/census.ts'
import { isWife } from '../couple.ts'
import { guardianFor } from '../ward.ts'
import {
  all,
  columnOf,
  inAalborg,
  isAged,
  isMan,
  isMinor,
  isPlain,
  isSingle,
  isWoman,
} from '../who.ts'
import { at, blocked } from './blocked.ts'
import { authorityOf } from './grown.ts'
import { deathOf, died, married, renamed, renamingOf } from './later.ts'

const isUnnamed = all(isPlain, inAalborg, (one) => one.age === 0 && one.row('name') === undefined)

const firstNames = (one: Somebody): string => columnOf(one, 'name', 'firstNames')

const parentOf = (child: Somebody, relation: 'mother' | 'father'): Somebody =>
  child.kin(relation)[0] ?? child

const adoptionOf = (child: Somebody, mother: Somebody, grantDate: string) => ({
  personnummer: child.pnr,
  adoptionKind: child.age < 18 ? 'FULL' : 'ADULT',
  adoptiveMotherPersonnummer: mother.pnr,
  adoptiveFatherPersonnummer: mother.spouse()?.pnr ?? '',
  grantDate,
  documentation: 'Bevilling 2026-64',
  authority: '1301',
})

const isAdopter = all(isWife, isAged(50, 90), (one) => (one.spouse()?.age ?? 0) > 49)

const parentageOf = (child: Somebody, parent: Somebody) => ({
  personnummer: child.pnr,
  parentPersonnummer: parent.pnr,
  startDate: child.birthDate,
  motherConsent: true,
  documentation: 'Anerkendelse 2026-3',
})

/** Children and those who answer for them. */
export const blockedFamilies = [
  blocked({
    title: 'birth.later-event',
    by: 'parish',
    people: (find) => [
      find(all(isSingle, isWoman, isAged(20, 38))),
      find(all(isSingle, isMan, isAged(20, 38))),
    ],
    form: (people, day) => ({
      motherPersonnummer: at(people, 0).pnr,
      birthDate: day(-4),
      sex: 'K',
      birthAuthority: '7001',
      liveBirth: true,
      documentation: 'Anmeldelse 2026-4',
      authority: '7001',
    }),
    later: (people, day, born) => [
      {
        event: 'paternity',
        by: 'parish',
        form: {
          personnummer: born,
          parentPersonnummer: at(people, 1).pnr,
          startDate: day(-4),
          basisOfParentage: 'RECOGNITION',
          motherConsent: true,
          documentation: 'Anerkendelse 2026-3',
          authority: '7001',
        },
      },
    ],
  }),
  blocked({
    title: 'naming.later-name',
    by: 'parish',
    people: (find) => [find(isUnnamed)],
    form: (people, day) => {
      const newborn = at(people, 0)
      return {
        personnummer: newborn.pnr,
        namingDate: day(-3),
        firstNames: 'Asta',
        lastName: columnOf(parentOf(newborn, 'mother'), 'name', 'lastName'),
        namingKind: 'NAMING',
        applicants: newborn.holders().map(({ pnr }) => pnr),
        authority: '7001',
      }
    },
    later: (people, day) => [renamed(at(people, 0).pnr, 'Asta', day(0))],
  }),
  blocked({
    title: 'name-change.later-name',
    by: 'parish',
    people: (find) => [find(isSingle)],
    form: (people, day) => renamingOf(at(people, 0).pnr, firstNames(at(people, 0)), day(-3)),
    later: (people, day) => {
      const one = at(people, 0)
      const form = renamingOf(one.pnr, firstNames(one), day(0), 'Prøvestrup')
      return [{ ...renamed(one.pnr, '', day(0)), form }]
    },
  }),
  blocked({
    title: 'paternity.taken-from-parent',
    by: 'parish',
    people: (find) => [
      find(all(isSingle, isWoman, isAged(20, 26))),
      find(all(isSingle, isMan, isAged(46, 60))),
      find(all(isSingle, isMan)),
    ],
    form: (people) => ({
      ...parentageOf(at(people, 0), at(people, 1)),
      basisOfParentage: 'RECOGNITION',
      authority: '7001',
    }),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'co-maternity.taken-from-parent',
    by: 'family-law',
    people: (find) => [
      find(all(isSingle, isWoman, isAged(20, 26))),
      find(all(isSingle, isWoman, isAged(46, 60))),
      find(all(isSingle, isMan)),
    ],
    form: (people) => ({
      ...parentageOf(at(people, 0), at(people, 1)),
      basisOfParentage: 'TREATMENT',
      treatmentConsent: true,
      authority: '1301',
    }),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'adoption.family-since',
    by: 'family-law',
    people: (find) => [
      find(all(isSingle, isWoman, isAged(20, 26))),
      find(isAdopter),
      find(all(isSingle, isMan)),
    ],
    form: (people, day) => adoptionOf(at(people, 0), at(people, 1), day(-3)),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'adoption.adopters-dead',
    severity: 'warning',
    by: 'family-law',
    people: (find) => [find(all(isSingle, isAged(20, 26))), find(isAdopter)],
    form: (people, day) => adoptionOf(at(people, 0), at(people, 1), day(-3)),
    later: (people, day) => [died(at(people, 1).pnr, day(0))],
    isFreed: false,
  }),
  blocked({
    title: 'death.authority-decided',
    by: 'caseworker',
    people: (find) => {
      const child = find(
        all(
          isPlain,
          inAalborg,
          isMinor,
          (one) =>
            one.holders().length === 2 &&
            one.kin('father').some((father) => father.status === '01'),
        ),
      )
      return [parentOf(child, 'father'), child]
    },
    form: (people, day) => deathOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [
      {
        event: 'parental-authority',
        by: 'family-law',
        form: authorityOf(at(people, 1), day(0), false),
      },
    ],
  }),
  blocked({
    title: 'under-guardianship.new-guardian',
    by: 'family-law',
    people: (find) => [find(isSingle), find(isSingle), find(isSingle)],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      kind: '6-PART',
      startDate: day(-30),
      guardianRelation: '00001',
      guardianPersonnummer: at(people, 1).pnr,
      deciding: '1301',
      decision: 'Afgørelse 2026-33',
    }),
    later: (people, day) => [guardianLater(at(people, 0), at(people, 2), day)],
  }),
]

const guardianLater = (...of: Parameters<typeof guardianFor>) => {
  const { event, by, form } = guardianFor(...of)
  return { event, by, form }
}
