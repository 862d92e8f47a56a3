import { emptyView } from '@sagsgang/events'
import type { RegisterView } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { newbornsIn } from './newborn.ts'

const mother = '0403850004'
const dialogue = '20261231234130054000'

/** The mother with children, each with the stamp of the row that shows it. */
const motherOf = (
  ...children: readonly (readonly [pnr: string, timestamp: string])[]
): RegisterView => ({
  ...emptyView,
  people: {
    [mother]: {
      pnr: mother,
      validPnr: mother,
      status: '01',
      sex: 'K',
      birthDate: '19850304',
      waiting: false,
      protected: false,
      addressingName: null,
      rows: children.map(([personnummer, timestamp]) => ({
        entity: 'kinship',
        columns: { relation: 'child', personnummer },
        start: '20261226',
        startUncertain: false,
        end: null,
        mark: null,
        timestamp,
      })),
    },
  },
})

const boy = ['2612264001', '20261231234132000000'] as const
const youngerSister = ['3112264000', '20261231234510000000'] as const
const olderBrother = ['0107204001', '20200701120000000000'] as const

const data = { birthDate: '20261226', sex: 'M' }

test('a sibling born meanwhile is not taken for the child', () => {
  const now = motherOf(youngerSister, boy, olderBrother)
  expect(newbornsIn(now, { dialogue, data })).toEqual([boy[0]])
})

test('of twins the one written last comes first', () => {
  const twin = ['2612264003', '20261231234200000000'] as const
  expect(newbornsIn(motherOf(boy, twin), { dialogue, data })).toEqual([twin[0], boy[0]])
})

test('a child of before the conversation is none of its', () => {
  expect(newbornsIn(motherOf(olderBrother), { dialogue, data: {} })).toEqual([])
})
