import type { Find } from '../../src/proof/cast.ts'
import { findCouple, findPartners } from '../couple.ts'
import { all, columnOf, isMan, isOfStatus, isPlain, isSingle, isWoman } from '../who.ts'
import { at, blocked } from './blocked.ts'
import {
  cessationOf,
  deathOf,
  died,
  divorced,
  divorceOf,
  married,
  resumed,
  separated,
  separationOf,
  weddingOf,
} from './later.ts'

const couple = (find: Find) => Object.values(findCouple(find))
const partners = (find: Find) => Object.values(findPartners(find))
const withAnother = (find: Find) => [...couple(find), find(all(isSingle, isMan))]
const brideAndGroom = (find: Find) => [find(all(isSingle, isWoman)), find(all(isSingle, isMan))]

const pair = (people: Parameters<typeof at>[0]) => [at(people, 0).pnr, at(people, 1).pnr] as const

const dissolutionOf = (
  [personnummer, partnerPersonnummer]: readonly [string, string],
  endDate: string,
  deciding = '1301',
) => ({
  personnummer,
  partnerPersonnummer,
  endDate,
  deciding,
  decision: 'Afgørelse 2026-55',
})

/** Who is married to whom, and until when. */
export const blockedCouples = [
  blocked({
    title: 'marriage-entry.later-civil-status',
    by: 'caseworker',
    people: brideAndGroom,
    form: (people, day) => weddingOf(...pair(people), day(-3)),
    later: (people, day) => [separated(...pair(people), day(0))],
  }),
  blocked({
    title: 'marriage-entry.child-of-marriage',
    severity: 'warning',
    by: 'caseworker',
    people: (find) => [
      find(all(isSingle, isWoman, ({ age }) => age < 45)),
      find(all(isSingle, isMan)),
    ],
    form: (people, day) => weddingOf(...pair(people), day(-5)),
    later: (people, day) => [
      {
        event: 'birth',
        by: 'parish',
        form: {
          motherPersonnummer: at(people, 0).pnr,
          fatherPersonnummer: at(people, 1).pnr,
          birthDate: day(-2),
          sex: 'K',
          birthAuthority: '7001',
          liveBirth: true,
          documentation: 'Anmeldelse 2026-4',
          authority: '7001',
        },
      },
    ],
    isFreed: false,
  }),
  blocked({
    title: 'marriage-annulment.later-marriage',
    by: 'court',
    people: withAnother,
    form: (people, day) => {
      const [personnummer, spousePersonnummer] = pair(people)
      return {
        personnummer,
        spousePersonnummer,
        annulmentDate: day(-3),
        court: '1101',
        judgment: 'Dom 2026-54',
      }
    },
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'partnership-entry.later-civil-status',
    by: 'caseworker',
    people: (find) => [find(all(isSingle, isWoman)), find(all(isSingle, isWoman))],
    form: (people, day) => {
      const [personnummer, partnerPersonnummer] = pair(people)
      return {
        personnummer,
        partnerPersonnummer,
        partnershipDate: day(-10),
        partnershipAuthority: '0851',
        country: '5180',
      }
    },
    later: (people, day) => [
      {
        event: 'partnership-dissolution',
        by: 'family-law',
        form: dissolutionOf(pair(people), day(0)),
      },
    ],
  }),
  blocked({
    title: 'partnership-annulment.later-civil-status',
    by: 'court',
    people: (find) => [...partners(find), find(all(isSingle, isMan))],
    form: (people, day) => dissolutionOf(pair(people), day(-3), '1101'),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'partnership-dissolution.later-civil-status',
    by: 'family-law',
    people: (find) => [...partners(find), find(all(isSingle, isMan))],
    form: (people, day) => dissolutionOf(pair(people), day(-3)),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'separation-entry.separation-over',
    by: 'family-law',
    people: couple,
    form: (people, day) => separationOf(...pair(people), day(-5)),
    later: (people, day) => [resumed(...pair(people), day(-1))],
  }),
  blocked({
    title: 'separation-entry.parted-since',
    by: 'family-law',
    people: couple,
    form: (people, day) => separationOf(...pair(people), day(-5)),
    later: (people, day) => [divorced(...pair(people), day(0))],
  }),
  blocked({
    title: 'separation-cessation.divorced-since',
    by: 'family-law',
    people: couple,
    before: (people, day) => [separated(...pair(people), day(-9))],
    form: (people, day) => cessationOf(...pair(people), day(-5)),
    later: (people, day) => [divorced(...pair(people), day(0))],
  }),
  blocked({
    title: 'divorce.later-marriage',
    by: 'family-law',
    people: withAnother,
    form: (people, day) => divorceOf(...pair(people), day(-3)),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'divorce.later-death',
    by: 'family-law',
    people: couple,
    form: (people, day) => divorceOf(...pair(people), day(-3)),
    later: (people, day) => [died(at(people, 1).pnr, day(0))],
  }),
  blocked({
    title: 'death.remarried',
    by: 'caseworker',
    people: withAnother,
    form: (people, day) => deathOf(at(people, 1).pnr, day(-3)),
    later: (people, day) => [married(at(people, 0).pnr, at(people, 2).pnr, day(0))],
  }),
  blocked({
    title: 'widowhood.later-marriage',
    by: 'caseworker',
    people: (find) => [
      find(
        all(isPlain, isOfStatus('G'), (one) => columnOf(one, 'civilStatus', 'spouseName') !== ''),
      ),
      find(all(isSingle, isWoman)),
    ],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      spouseName: columnOf(at(people, 0), 'civilStatus', 'spouseName'),
      deathDate: day(-3),
      documentation: 'Attest de décès 2026-4',
      authority: '0851',
    }),
    later: (people, day) => [married(...pair(people), day(0))],
  }),
]
