import { expect, test } from 'vitest'

import type { FieldView } from '../forms/field-values.ts'
import { lateReportData } from './late-report-data.ts'

const field = (name: string): FieldView => ({
  name,
  label: { da: name, en: name },
  type: 'text',
  control: 'text',
  required: false,
  unknownAllowed: false,
})

const fields = ['personnummer', 'lastName', 'startDate', 'reason'].map(field)
const data = { personnummer: 'child', lastName: 'Prøve', reason: 'mine', feePaid: true }

test('a draft gives what both forms ask for', () => {
  expect(lateReportData({ status: 'draft', data }, 'mother', fields)).toEqual({
    personnummer: 'mother',
    lastName: 'Prøve',
  })
})

test('a registered case gives nothing but the person', () => {
  expect(lateReportData({ status: 'completed', data }, 'mother', fields)).toEqual({
    personnummer: 'mother',
  })
})
