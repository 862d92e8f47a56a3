import { expect, test } from 'vitest'

import { createNameCheck, hostOfOrigin } from './callers.ts'

const isOurs = createNameCheck('127.0.0.1')

test.each(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', 'LOCALHOST', '127.0.0.1'])(
  'the own machine may be called %s',
  (name) => expect(isOurs(name)).toBe(true),
)

test.each(['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', '', undefined])(
  'another name leads nowhere: %s',
  (name) => expect(isOurs(name)).toBe(false),
)

test('the host of an origin is found or missing', () => {
  expect(hostOfOrigin('http://localhost:3000')).toBe('localhost:3000')
  expect(isOurs(hostOfOrigin('null'))).toBe(false)
})
