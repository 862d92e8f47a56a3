import { describe, expect, test } from 'vitest'

import { type Control, type FieldView, isSame, toFieldData, toFormValues } from './field-values.ts'

const field = (control: Control): FieldView => ({
  name: 'it',
  label: { da: 'det', en: 'it' },
  type: control,
  control,
  required: false,
  unknownAllowed: false,
})

describe('what somebody types becomes data', () => {
  test.each([
    ['date', '20-11-2026', '20261120'],
    ['pnr', '010190-0000', '0101900000'],
    ['text', '  Nørregade 1 ', 'Nørregade 1'],
    ['flag', true, true],
    ['pnrList', '010190-0000\n\n0202900000', ['0101900000', '0202900000']],
    ['lines', 'et\n to \n', ['et', 'to']],
  ] as const)('a %s is read', (control, typed, data) => {
    expect(toFieldData(field(control), typed)).toEqual(data)
  })

  test.each(['text', 'date', 'pnr', 'lines', 'pnrList'] as const)(
    'an emptied %s clears',
    (control) => {
      expect(toFieldData(field(control), '  ')).toBeNull()
    },
  )

  test('a holder without a number has none', () => {
    const typed = [
      { relation: '00003', personnummer: '' },
      { relation: '', personnummer: '0101900000' },
    ]
    expect(toFieldData(field('holderList'), typed)).toEqual([{ relation: '00003' }])
  })
})

test('data comes back as it was typed', () => {
  const shown = toFormValues([field('date')], { it: '20261120' })
  expect(shown).toEqual({ it: '20-11-2026' })
  expect(toFormValues([field('lines')], { it: ['et', 'to'] })).toEqual({ it: 'et\nto' })
  expect(toFormValues([field('flag')], { it: false })).toEqual({ it: false })
})

test('an untouched field is not saved again', () => {
  expect(isSame(field('text'), undefined, null)).toBe(true)
  expect(isSame(field('flag'), undefined, false)).toBe(true)
  expect(isSame(field('text'), 'a', 'b')).toBe(false)
})
