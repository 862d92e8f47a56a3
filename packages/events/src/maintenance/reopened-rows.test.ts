import { expect, test } from 'vitest'

import { one, rowsOf } from '../testing/maintained.ts'
import { aPerson, civil, home, kin, row, viewOf } from '../testing/people.ts'
import { withRowsReopened } from './reopened-rows.ts'

const day = '20200101'
const closed = {
  ...aPerson(one, { status: '01' }),
  rows: [
    row('person', { status: '30', statusDate: day }),
    civil('U', null, { end: day }),
    row('church', { churchRelation: 'A' }, { start: day, end: day, mark: 'A' }),
    row('citizenship', { country: '5100' }),
    row('citizenship', { country: '5120' }, { start: '19900101', end: day }),
    row('name', { lastName: 'Holm' }, { end: '20100101' }),
    row('address', { ...home, municipalityCode: '0011' }, { end: day }),
    { ...kin('mother', '0101600002'), end: day },
  ],
}

const after = withRowsReopened(viewOf(closed), closed)
const endsOf = (entity: Parameters<typeof rowsOf>[2]) =>
  rowsOf(after, one, entity, '').map(([, , end, mark]) => [end, mark])

test('what was closed with the number stands again', () => {
  expect(endsOf('civilStatus')).toEqual([[null, null]])
  expect(endsOf('church')).toEqual([[null, null]])
})

test('what another row has replaced stays closed', () => {
  expect(endsOf('citizenship')).toEqual([
    [null, null],
    [day, null],
  ])
})

test('what ended before the number did stays ended', () => {
  expect(endsOf('name')).toEqual([['20100101', null]])
})

test('kin and a home that is none stay closed', () => {
  expect(endsOf('kinship')).toEqual([[day, null]])
  expect(endsOf('address')).toEqual([[day, null]])
})
