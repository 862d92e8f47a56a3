import { expect, test } from 'vitest'

import { dueAt } from './due-at.ts'

const at = (moment: string) => ({
  realNow: () => new Date(moment),
  registerNow: () => new Date(moment),
})
const since = '2026-11-23T08:00:00.000Z'

test('the house allows hours from when it began', () => {
  const due = { hours: 8, date: null }
  const found = { at: '2026-11-23T16:00:00.000Z', isLegal: false }
  expect(dueAt(due, since, at('2026-11-23T15:59:00Z'))).toEqual({ ...found, overdue: false })
  expect(dueAt(due, since, at('2026-11-23T16:01:00Z'))).toEqual({ ...found, overdue: true })
})

test('an earlier legal deadline wins over the house', () => {
  const due = dueAt({ hours: 720, date: '20261124' }, since, at(since))
  // The day ends at midnight in Denmark.
  expect(due).toEqual({ at: '2026-11-24T22:59:59.999Z', overdue: false, isLegal: true })
})

test('a later legal deadline leaves the house its hours', () => {
  expect(dueAt({ hours: 8, date: '20270101' }, since, at(since)).isLegal).toBe(false)
})

test('legal days pass by the clock of the register', () => {
  const clocks = { ...at(since), registerNow: () => new Date('2026-12-24T12:00:00Z') }
  expect(dueAt({ hours: null, date: '20261201' }, since, clocks).overdue).toBe(true)
})
