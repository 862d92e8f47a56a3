import { expect, test } from 'vitest'

import type { FieldView } from './field-values.ts'
import { isStated, statesNothingNew } from './stated-fields.ts'

const field = (name: string, control: FieldView['control']): FieldView => ({
  name,
  label: { da: name, en: name },
  type: control,
  control,
  required: false,
  unknownAllowed: false,
})

const reason = field('reason', 'text')
const fields = [
  field('personnummer', 'pnr'),
  field('timestamp', 'reference'),
  field('houseNumber', 'text'),
  field('floor', 'text'),
  field('startDate', 'date'),
  field('dateUncertain', 'flag'),
  reason,
]
const stood = { houseNumber: '010', startDate: '19900101' }
const values = {
  personnummer: '0101900000',
  timestamp: '20261120101112000001',
  houseNumber: '010',
  floor: '',
  startDate: '01-01-1990',
  dateUncertain: '',
  reason: 'husnummeret var forkert',
}

test('what is beside the row is no part of it', () => {
  expect(fields.filter(isStated).map(({ name }) => name)).toEqual([
    'houseNumber',
    'floor',
    'startDate',
    'dateUncertain',
  ])
})

test('a correction that says what stands is none', () => {
  expect(statesNothingNew(fields, stood, values)).toBe(true)
  expect(statesNothingNew(fields, stood, { ...values, houseNumber: '012' })).toBe(false)
  expect(statesNothingNew(fields, stood, { ...values, floor: '01' })).toBe(false)
  expect(statesNothingNew(fields, stood, { ...values, startDate: '' })).toBe(false)
})

test('a form without content has nothing to change', () => {
  expect(statesNothingNew([reason], stood, values)).toBe(false)
  expect(statesNothingNew(fields, undefined, values)).toBe(false)
})
