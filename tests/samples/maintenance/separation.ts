import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { upkeep } from '../../src/proof/upkeep.ts'
import { findCouple } from '../couple.ts'
import { dayOf, isOver, stands } from './rows.ts'

const entity = 'separation'

type Couple = { readonly wife: Somebody; readonly husband: Somebody }

/** Separated once, and no longer. */
const isReconciled = (one: Somebody): boolean =>
  one.ever(entity).length === 1 && one.row(entity) === undefined

const separated = ({ wife, husband }: Couple, day: Day, from: number): Earlier => ({
  event: 'separation-entry',
  by: 'family-law',
  form: {
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    separationDate: day(from),
    deciding: '1301',
    decision: 'Bevilling 2026-52',
  },
})

const resumed = ({ wife, husband }: Couple, day: Day, on: number): Earlier => ({
  event: 'separation-cessation',
  by: 'family-law',
  form: {
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    endDate: day(on),
    reason: 'COHABITATION',
    authority: '1301',
  },
})

const once = (couple: Couple, day: Day) => [separated(couple, day, -20), resumed(couple, day, -10)]
const twice = (couple: Couple, day: Day) => [...once(couple, day), separated(couple, day, -10)]

const ofBoth = ({ wife, husband }: Couple, rows: Parameters<typeof both>[1]) =>
  both([wife, husband], rows)

const both = (
  couple: readonly Somebody[],
  rows: readonly Readonly<Record<string, string | null>>[],
) => couple.map((one) => [one, { [entity]: rows }] as const)

export const separationUpkeep = [
  upkeep({
    operation: 'separation.correct-current',
    by: 'family-law',
    cast: findCouple,
    earlier: twice,
    others: () => ({}),
    about: ({ wife }) => ({ of: wife, entity }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: isOver }),
    chained: true,
    trials: [
      {
        rule: 'marriage',
        also: ['chain', 'neighbours'],
        form: ({ wife }) => ({ startDate: addDays(dayOf(wife.row('civilStatus')), -1) }),
      },
    ],
    says: (_, day) => ({ startDate: day(-9) }),
    asks: ['neighbours'],
    changes: (couple, day) =>
      ofBoth(couple, [
        { start: day(-20), end: day(-9), mark: null },
        { mark: 'K', start: day(-10) },
        { start: day(-9), end: null, mark: null },
      ]),
  }),
  upkeep({
    operation: 'separation.correct-former',
    by: 'family-law',
    cast: findCouple,
    earlier: twice,
    others: () => ({}),
    about: ({ wife }) => ({ of: wife, entity }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: stands }),
    trials: [
      {
        rule: 'marriage',
        also: ['chain', 'neighbours'],
        form: ({ wife }) => ({ startDate: addDays(dayOf(wife.row('civilStatus')), -1) }),
      },
    ],
    says: (_, day) => ({ startDate: day(-19) }),
    changes: (couple, day) =>
      ofBoth(couple, [{ mark: 'K' }, { start: day(-19), end: day(-10), mark: null }]),
  }),
  upkeep({
    operation: 'separation.undo-current',
    by: 'family-law',
    cast: findCouple,
    earlier: twice,
    others: () => ({}),
    about: ({ wife }) => ({ of: wife, entity }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: isOver }),
    changes: (couple, day) => ofBoth(couple, [{ mark: 'A', start: day(-10) }]),
  }),
  upkeep({
    operation: 'separation.undo-former',
    by: 'family-law',
    cast: findCouple,
    earlier: (couple, day) => [
      ...twice(couple, day),
      {
        event: 'separation.report-former',
        by: 'family-law',
        form: {
          personnummer: couple.wife.pnr,
          startDate: day(-40),
          endDate: day(-20),
          reason: 'Manglede i anmeldelsen',
        },
      },
    ],
    others: (look) => ({ reconciled: look(isReconciled) }),
    trials: [
      {
        rule: 'gap',
        row: ({ reconciled }) => ({
          of: reconciled,
          entity,
          is: isOver,
        }),
      },
    ],
    about: ({ wife }, day) => ({ of: wife, entity, is: ({ start }) => start === day(-40) }),
    elsewhere: ({ wife }) => ({ of: wife, entity, is: stands }),
    changes: (couple, day) => ofBoth(couple, [{ mark: 'A', start: day(-40) }]),
  }),
  upkeep({
    operation: 'separation.report-former',
    by: 'family-law',
    cast: findCouple,
    earlier: once,
    others: () => ({}),
    about: ({ wife }) => wife,
    says: (_, day) => ({ startDate: day(-40), endDate: day(-30) }),
    changes: (couple, day) => ofBoth(couple, [{ start: day(-40), end: day(-30), mark: null }]),
    trials: [
      {
        rule: 'marriage',
        form: ({ wife }) => ({ startDate: addDays(dayOf(wife.row('civilStatus')), -1) }),
      },
      { rule: 'fits', also: ['neighbours'], form: (_, day) => ({ endDate: day(-5) }) },
      {
        rule: 'neighbours',
        form: (_, day) => ({ startDate: day(-40), endDate: day(-18) }),
      },
    ],
  }),
  upkeep({
    operation: 'separation.correct-current',
    story: 'the first one',
    by: 'family-law',
    plain: true,
    cast: findCouple,
    earlier: (couple, day) => [separated(couple, day, -20)],
    others: () => ({}),
    about: ({ wife }) => ({ of: wife, entity }),
    says: (_, day) => ({ startDate: day(-19) }),
    changes: (couple, day) =>
      ofBoth(couple, [{ mark: 'K' }, { start: day(-19), end: null, mark: null }]),
  }),
]
