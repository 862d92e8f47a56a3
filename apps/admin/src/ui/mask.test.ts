import { expect, test } from 'vitest'

import { bareNumber, isWholePnr, maskPnr, maskText, spacePnr } from './mask.ts'

test('a personal number is covered after its birth date', () => {
  expect(maskPnr('0101900000')).toBe('010190-••••')
  expect(maskPnr('010190-0000')).toBe('010190-••••')
})

test('what is no whole number stays as it is', () => {
  expect(maskPnr('01019')).toBe('01019')
  expect(isWholePnr('010190-000')).toBe(false)
})

test('a shown number is parted for the eye', () => {
  expect(spacePnr('0101900000')).toBe('010190-0000')
})

test('a typed hyphen is not sent along', () => {
  expect(bareNumber(' 010190-0000 ')).toBe('0101900000')
  expect(bareNumber('Petersen')).toBe('Petersen')
})

test('numbers inside a sentence are covered too', () => {
  expect(maskText('barn 0101900000 af 020290-0000')).toBe('barn 010190-•••• af 020290-••••')
})
