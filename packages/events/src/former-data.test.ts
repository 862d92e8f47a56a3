import { expect, test } from 'vitest'

import { getDefinition } from './catalogue.ts'
import type { Facts } from './define-event.ts'
import { formerDataFor } from './former-data.ts'
import { insteadOf } from './offers.ts'
import { toldAsPast } from './past-fact.ts'
import { aPerson, home, row, viewOf } from './testing/people.ts'

const pnr = '0101900001'
const foreign = { municipality: '0851', conditionType: '3' }
const rows = [
  row('municipalCondition', { ...foreign, conditionCode: 'FØP' }, { start: '20200201' }),
  row(
    'municipalCondition',
    { ...foreign, conditionCode: 'FØP' },
    { start: '20150101', end: '20170101' },
  ),
  row('municipalCondition', { ...foreign, conditionCode: 'INV' }, { start: '20260101' }),
  row('address', home, { start: '20200301' }),
  row('address', home, { start: '20100301', end: '20200301' }),
]

function factsOf(data: Facts['data']): Facts {
  return {
    data: { personnummer: pnr, authority: '0851', ...data },
    view: viewOf(aPerson(pnr, { rows })),
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  }
}

const conditions = getDefinition('municipal-conditions')
const condition = (startDate: string) =>
  factsOf({ conditionType: '3', conditionCode: 'FØP', comment: 'Pension', startDate })

test.each([
  ['20180101', 'municipal.report-former'],
  ['20200201', null],
  ['20260101', null],
])('a condition from %s is reported by %s', (startDate, operation) => {
  expect(insteadOf(conditions, condition(startDate))).toBe(operation)
})

test('what both forms know is carried over', () => {
  expect(formerDataFor(conditions, condition('20140101'))).toEqual({
    personnummer: pnr,
    authority: '0851',
    conditionType: '3',
    conditionCode: 'FØP',
    comment: 'Pension',
    startDate: '20140101',
    endDate: '20150101',
  })
})

test('the reason names the row that stands', () => {
  const told = toldAsPast(conditions, condition('20180101'))
  expect(told).toMatchObject({
    rule: 'municipal-conditions.latest',
    severity: 'warning',
    fields: ['startDate'],
  })
  expect(told?.message.da).toContain('01.02.2020')
  expect(toldAsPast(conditions, condition('20260101'))).toBeNull()
})

test('a death before a row that stands stays a death', () => {
  const single = row('civilStatus', { civilStatus: 'U' }, { start: '20260101' })
  const data = { personnummer: pnr, deathDate: '20251201' }
  const facts = { ...factsOf(data), view: viewOf(aPerson(pnr, { rows: [...rows, single] })) }
  expect(insteadOf(getDefinition('death'), facts)).toBeNull()
})

test('a move of the past ends where the next home begins', () => {
  const data = {
    ...home,
    moveDate: '20150101',
    floor: '',
    door: '',
    buildingNumber: '',
    careOf: '',
  }
  expect(formerDataFor(getDefinition('move'), factsOf(data))).toMatchObject({
    streetCode: '8513',
    startDate: '20150101',
    endDate: '20200301',
  })
})

test.each(['protection', 'contact-address', 'occupation', 'birth'])(
  'no service takes the row of the event %s late',
  (event) => {
    const data = { startDate: '20100101', protectionType: '00001', birthDate: '20100101' }
    expect(insteadOf(getDefinition(event), factsOf(data))).toBeNull()
  },
)
