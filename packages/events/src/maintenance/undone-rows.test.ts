import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { RegisterRow } from '../entities.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { rulesRaised } from '../testing/trial.ts'

const person = '0101900001'
const lifted = '20260101120000000001'
const ordered = (of: {
  readonly start: string
  readonly end?: string
  readonly timestamp: string
}) => row('relocationOrder', { vacateBy: null }, of)
const ended = ordered({ start: '20251201', end: '20260101', timestamp: lifted })
const again = ordered({ start: '20260301', timestamp: '20260301120000000001' })

const raisedOver = (operation: string, rows: readonly RegisterRow[]) =>
  rulesRaised(getDefinition(operation), {
    data: { personnummer: person, timestamp: lifted, reason: 'Påbuddet gælder stadig' },
    view: viewOf(aPerson(person, { rows })),
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  })

test('what an event ended is undone as if it stood', () => {
  expect(raisedOver('address.undo-current', [ended])).toEqual([])
})

test('what came later in its chain is in the way', () => {
  expect(raisedOver('address.undo-current', [ended, again])).toEqual(['current'])
  const former = { ...again, start: '20200101', end: '20200201' }
  expect(raisedOver('address.undo-current', [former, ended])).toEqual([])
})
