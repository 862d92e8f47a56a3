import { getDefinition } from '@sagsgang/events'
import type { RegisterRow } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { undoneDifferences } from './undone-maintenance.ts'

const personnummer = '0101900001'
const timestamp = '20261101120000000001'
const name = (lastName: string, of: Partial<RegisterRow> = {}) => ({
  ...row('name', { firstNames: 'Ida', lastName }, { start: '20200101', timestamp }),
  ...of,
})
const differencesIn = (operation: string, data: object, now: readonly RegisterRow[]) => {
  const before = viewOf(
    person(personnummer, operation.endsWith('report-former') ? [] : [name('Holm')]),
  )
  const told = { data: { personnummer, ...data }, view: before }
  return undoneDifferences(getDefinition(operation), told, viewOf(person(personnummer, now)))
}

test('a correction undone leaves what stood before it', () => {
  const proof = name('Berg', { mark: 'K', end: '20200101' })
  const now = [name('Holm', { timestamp: '20261102120000000001' }), proof]
  expect(differencesIn('name.correct-current', { timestamp }, now)).toEqual([])
  const wrong = [name('Berg'), name('Holm', { mark: 'K', end: '20200101' })]
  expect(differencesIn('name.correct-current', { timestamp }, wrong)).toMatchObject([
    { entity: 'name', column: 'content', expected: 'asBefore' },
  ])
})

test('an undo taken back leaves its row valid again', () => {
  const marked = name('Holm', { mark: 'A', end: '20200101' })
  expect(differencesIn('name.undo-current', { timestamp }, [marked])).toHaveLength(1)
  const again = name('Holm', { timestamp: '20261102120000000001' })
  expect(differencesIn('name.undo-current', { timestamp }, [marked, again])).toEqual([])
})

test('a late report undone leaves no such row', () => {
  const late = { firstNames: 'Ida', lastName: 'Dahl', startDate: '20100101', endDate: '20110101' }
  const stands = name('Dahl', { start: '20100101', end: '20110101' })
  expect(differencesIn('name.report-former', late, [stands])).toHaveLength(1)
  const marked = { ...stands, end: '20100101', mark: 'A' } as const
  expect(differencesIn('name.report-former', late, [marked])).toEqual([])
})

test('a number taken back has its status again', () => {
  const closed = viewOf(person(personnummer, [], '60'))
  const definition = getDefinition('personnummer.correct-current')
  const told = { data: { personnummer }, view: viewOf(person(personnummer, [])) }
  expect(undoneDifferences(definition, told, closed)).toMatchObject([{ column: 'status' }])
  expect(undoneDifferences(definition, told, told.view)).toEqual([])
})
