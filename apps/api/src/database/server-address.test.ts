import { expect, test } from 'vitest'

import { addressOf, isPlainAddress } from './server-address.ts'

const NO_TLS = { ca: null, own: null }

test.each([
  'postgres://me@127.0.0.1/cases',
  'postgres://me@localhost:5433/cases',
  'postgres://me@[::1]/cases',
  'postgres://me@localhost/cases?host=/run/postgresql',
  'postgres:///cases',
  'postgres://me@%2Frun%2Fpostgresql/cases',
])('%s stays on this machine, in clear', (url) => {
  expect(addressOf(url, NO_TLS).ssl).toBe(false)
})

test.each(['postgres://me@db.example/cases', 'postgres://me@10.0.0.5/cases'])(
  '%s is spoken to by TLS alone, its name checked',
  (url) => {
    expect(addressOf(url, NO_TLS).ssl).toEqual({ rejectUnauthorized: true, minVersion: 'TLSv1.2' })
  },
)

test('an address is taken apart and decoded', () => {
  const url = 'postgresql://me:p%40ss@db.example:6432/my%20cases'
  expect(addressOf(url, NO_TLS)).toMatchObject({
    host: 'db.example',
    port: 6432,
    user: 'me',
    password: 'p@ss',
    database: 'my cases',
  })
  expect(addressOf('postgres://me@localhost/cases?host=/run/postgresql', NO_TLS).host).toBe(
    '/run/postgresql',
  )
})

test.each([
  ['postgres://db.example/cases', true],
  ['postgres:///cases?host=/run/postgresql', true],
  ['postgres://localhost/cases?host=db.example', false],
  ['postgres://localhost/cases?hostaddr=10.0.0.5', false],
  ['postgres://db.example/cases?sslmode=require', false],
  ['postgres://db.example/cases?%73slmode=disable', false],
  ['postgres://db.example/cases?options=-csynchronous_commit%3Doff', false],
])('whether %s is plain is told: %s', (url, isPlain) => {
  expect(isPlainAddress(url)).toBe(isPlain)
})
