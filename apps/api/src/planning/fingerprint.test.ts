import { expect, test } from 'vitest'

import type { PlannedStepView, RowView } from '../plan-view.ts'
import { fingerprintOf } from './fingerprint.ts'

const row: RowView = {
  person: '0101900001',
  entity: 'name',
  columns: { firstNames: 'Ida', lastName: 'Holm' },
  start: '20200101',
  end: null,
  mark: null,
  names: {},
}
const shown: PlannedStepView = {
  operation: 'name.undo-current',
  name: { da: 'Navnedata - fortryd nuværende', en: 'Name data - undo current' },
  caseId: 'a',
  person: row.person,
  policy: 'undo',
  together: false,
  isPrimary: true,
  acceptedOn: '20261101',
  before: [row],
  after: [{ ...row, end: row.start, mark: 'A' }],
}
const data = { personnummer: row.person, timestamp: '20261101120000000001' }
const own = fingerprintOf([{ shown, data }])

test('the same plan in other words has the same name', () => {
  const name = { da: 'Navn', en: 'Name' }
  const columns = { lastName: 'Holm', firstNames: 'Ida' }
  const before = [{ ...row, columns, names: { lastName: name } }]
  expect(fingerprintOf([{ shown: { ...shown, name, before }, data }])).toBe(own)
})

const others: readonly (readonly [string, Partial<PlannedStepView>])[] = [
  ['another operation', { operation: 'name.undo-former' }],
  ['another person', { person: '0101900002' }],
  ['what is kept', { policy: 'keep' }],
  ['another row', { before: [{ ...row, start: '20210101' }] }],
  ['another outcome', { after: [row] }],
]

test.each(others)('%s makes another plan of it', (_, changed) => {
  expect(fingerprintOf([{ shown: { ...shown, ...changed }, data }])).not.toBe(own)
})

test('a row written anew meanwhile makes another plan', () => {
  const anew = { ...data, timestamp: '20261102120000000001' }
  expect(fingerprintOf([{ shown, data: anew }])).not.toBe(own)
})
