import { describe, expect, test } from 'vitest'

import { fromPickedDate, isWireDate, toPickedDate, toTypedDate, toWireDate } from './date-text.ts'

describe('a typed date', () => {
  test.each([
    ['20-11-2026', '20261120'],
    ['1.2.2026', '20260201'],
    ['20112026', '20261120'],
    ['00-00-1975', '19750000'],
    [' 5/6/1980 ', '19800605'],
  ])('reads %s as the register writes it', (text, value) => {
    expect(toWireDate(text)).toBe(value)
  })

  test('keeps what is no date exactly as typed', () => {
    expect(toWireDate('i går')).toBe('i går')
    expect(toWireDate('20-11-26')).toBe('20-11-26')
  })

  test('survives the way to the register and back', () => {
    expect(toTypedDate(toWireDate('29-02-2024'))).toBe('29-02-2024')
    expect(toTypedDate('uklart')).toBe('uklart')
  })
})

describe('a date of the register', () => {
  test.each(['20240229', '19750000', '19750600', '00000000'])(
    'accepts %s with unknown parts',
    (v) => {
      expect(isWireDate(v)).toBe(true)
    },
  )

  test.each(['20230229', '20261301', '19750012', '2026112', 'abcdefgh'])('refuses %s', (v) => {
    expect(isWireDate(v)).toBe(false)
  })

  test('is picked and read by local parts', () => {
    const midnight = new Date(2026, 0, 1, 0, 0, 0)
    expect(fromPickedDate(midnight)).toBe('20260101')
    expect(fromPickedDate(toPickedDate('20261120') ?? midnight)).toBe('20261120')
  })

  test('has no day in the calendar when uncertain', () => {
    expect(toPickedDate('19750000')).toBeUndefined()
    expect(toPickedDate('00000101')).toBeUndefined()
  })
})
