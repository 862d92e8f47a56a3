import { expect, test } from 'vitest'

import { showCell } from './show-cell.ts'

test('numbers are covered and days read day first', () => {
  expect(showCell('0101900000')).toBe('010190-••••')
  expect(showCell('20261121')).toBe('21-11-2026')
  expect(showCell('202611210000')).toBe('21-11-2026')
  expect(showCell('202611211430')).toBe('21-11-2026 14.30')
})

test('codes and names stay as they are', () => {
  expect(showCell('0851')).toBe('0851')
  expect(showCell('Test,Grete')).toBe('Test,Grete')
  expect(showCell('99990000')).toBe('99990000')
})
