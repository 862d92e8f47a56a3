import { all, columnOf, has, isNumberOnly, isSingle } from '../who.ts'
import { at, blocked } from './blocked.ts'
import { departed, departureOf, entry, entryOf, moved, moveOf } from './later.ts'

const isDane = (one: Parameters<typeof columnOf>[0]) =>
  columnOf(one, 'citizenship', 'country') === '5100'

const isLost = has('disappearance')
const isAbroad = all(({ status }) => status === '80', has('migration'), isDane)
const lossOf = (personnummer: string, disappearanceDate: string) => ({
  personnummer,
  disappearanceDate,
  investigation: 'Notat 2026-12 efter § 10',
  authority: '0851',
})

const findingOf = (personnummer: string, reappearanceDate: string) => ({
  personnummer,
  reappearanceDate,
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '052',
  foundAs: 'RESIDENT',
  authority: '0851',
})

const dane = { stayBasis: 'DK' }
const caseworker = { by: 'caseworker' } as const

/** Where somebody lives, or has gone. */
export const blockedHomes = [
  blocked({
    title: 'move.later-move',
    ...caseworker,
    people: (find) => [find(isSingle)],
    form: (people, day) => moveOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [
      { ...moved(at(people, 0).pnr, day(0)), form: moveOf(at(people, 0).pnr, day(0), '054') },
    ],
  }),
  blocked({
    title: 'move.gone-since',
    ...caseworker,
    people: (find) => [find(isSingle)],
    form: (people, day) => moveOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [departed(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'disappearance.heard-of-since',
    ...caseworker,
    people: (find) => [find(isSingle)],
    form: (people, day) => lossOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [
      { event: 'reappearance', by: 'caseworker', form: findingOf(at(people, 0).pnr, day(0)) },
    ],
  }),
  blocked({
    title: 'reappearance.later-move',
    ...caseworker,
    people: (find) => [find(isLost)],
    form: (people, day) => findingOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [moved(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'reappearance.gone-since',
    ...caseworker,
    people: (find) => [find(isLost)],
    form: (people, day) => findingOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [departed(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 're-entry.later-move',
    ...caseworker,
    people: (find) => [find(isAbroad)],
    form: (people, day) => ({ ...entryOf(at(people, 0).pnr, day(-3)), ...dane }),
    later: (people, day) => [moved(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 're-entry.gone-since',
    ...caseworker,
    people: (find) => [find(isAbroad)],
    form: (people, day) => ({ ...entryOf(at(people, 0).pnr, day(-3)), ...dane }),
    later: (people, day) => [departed(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'entry-with-pnr.later-move',
    ...caseworker,
    people: (find) => [find(isNumberOnly)],
    form: (people, day) => entryOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [moved(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'entry-with-pnr.gone-since',
    ...caseworker,
    people: (find) => [find(isNumberOnly)],
    form: (people, day) => entryOf(at(people, 0).pnr, day(-3)),
    later: (people, day) => [departed(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'entry-without-pnr.later-event',
    ...caseworker,
    people: () => [],
    form: (_, day) => ({
      ...entry(day(-3)),
      birthDate: '19840302',
      sex: 'K',
      firstNames: 'Amélie',
      lastName: 'Laurent',
      citizenship: '5130',
      civilStatus: 'U',
      birthAuthority: '5130',
      churchRelation: 'U',
    }),
    later: (_, day, born) => [moved(born, day(0))],
  }),
  blocked({
    title: 'departure.re-entered',
    ...caseworker,
    people: (find) => [find(all(isSingle, isDane))],
    form: (people, day) => departureOf(at(people, 0).pnr, day(-4)),
    later: (people, day) => [
      {
        event: 're-entry',
        by: 'caseworker',
        form: { ...entryOf(at(people, 0).pnr, day(-1)), ...dane },
      },
    ],
  }),
  blocked({
    title: 'departure.list-closed',
    severity: 'warning',
    ...caseworker,
    people: (find) => [find(all(isSingle, isDane))],
    form: (people, day) => departureOf(at(people, 0).pnr, day(-4)),
    later: (people, day) => [
      {
        event: 'eu-election-address',
        by: 'election-office',
        form: {
          personnummer: at(people, 0).pnr,
          electionCode: '0002',
          startDate: day(-2),
          votingDate: day(0),
          address: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
          country: '5180',
          authority: '0014',
        },
      },
    ],
    isFreed: false,
  }),
  blocked({
    title: 'occupation.written-over-since',
    ...caseworker,
    people: (find) => [find(isSingle)],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      occupation: 'Bådebygger',
      startDate: day(-3),
      authority: '0851',
    }),
    later: (people, day) => [
      {
        event: 'occupation',
        by: 'caseworker',
        form: {
          personnummer: at(people, 0).pnr,
          occupation: 'Bødker',
          startDate: day(0),
          authority: '0851',
        },
      },
    ],
  }),
]
