import { expect, test } from 'vitest'

import { maskMessage } from './mask-message.ts'

test('a number in a message loses its last digits', () => {
  expect(maskMessage('<Field r="PNR" v="0101901234"/>')).toBe('<Field r="PNR" v="010190••••"/>')
})

test('numbers with a hyphen or a space are masked', () => {
  expect(maskMessage('010190-1234 and 610190 1234')).toBe('010190•••• and 610190••••')
})

test('time stamps of the register stay whole', () => {
  expect(maskMessage('v="20261123061500123456" d="202611230615"')).toBe(
    'v="20261123061500123456" d="202611230615"',
  )
})

test('the unknown number is no secret person', () => {
  expect(maskMessage('v="0000000000"')).toBe('v="000000••••"')
})
