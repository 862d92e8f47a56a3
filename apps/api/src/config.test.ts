import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { expect, test } from 'vitest'

import { readConfig } from './config.ts'
import { StartRefused } from './start/start-refused.ts'

test('no variables at all give the harmless start', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    dataDirectory: '.data',
    gctpUrl: null,
    registerPort: 3001,
    authMode: 'demo',
    role: 'all',
  })
})

const wrong: readonly (readonly [string, Record<string, string>])[] = [
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '' }],
  ['HOST', { HOST: 'two words' }],
  ['REGISTER_PORT', { REGISTER_PORT: '-1' }],
  ['REGISTER_PORT', { PORT: '3001' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example/x?sslmode=no-verify' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/x?host=db.example' }],
  ['DATABASE_URL', { ROLE: 'worker' }],
  ['LOOKUPS_PER_DAY', { LOOKUPS_PER_DAY: '0' }],
  ['LOOKUPS_PER_DAY', { LOOKUPS_PER_DAY: 'many' }],
  ['DATABASE_URL', { DATABASE_PASSWORD_FILE: '/no/such/file' }],
  [
    'DATABASE_PASSWORD_FILE',
    { DATABASE_URL: 'postgres://x@localhost/x', DATABASE_PASSWORD_FILE: '/no/such/file' },
  ],
  ['GCTP_URL', { GCTP_URL: 'register' }],
  ['GCTP_URL', { ROLE: 'api', DATABASE_URL: 'postgres://localhost/x' }],
  ['GCTP_PASSWORD', { GCTP_URL: 'https://register.example', AUTH_MODE: 'oidc' }],
  ['GCTP_PASSWORD_FILE', { GCTP_PASSWORD_FILE: '/no/such/file' }],
  ['AUTH_MODE', { AUTH_MODE: 'none' }],
  ['AUTH_MODE', { HOST: '0.0.0.0' }],
  ['AUTH_MODE', { GCTP_URL: 'https://register.example' }],
  ['ROLE', { ROLE: 'everything' }],
  ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
]

test.each(wrong)('a wrong %s stops the start by name', (name, variables) => {
  const read = () => readConfig(variables)
  expect(read).toThrow(StartRefused)
  expect(read).toThrow(new RegExp(`^${name} `, 'u'))
})

test('a password in a file reaches the driver unchanged', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-config-'))
  const file = join(directory, 'password')
  const password = 'a%41 b@c:d/é#?'
  writeFileSync(file, `${password}\n`)
  const { databaseUrl } = readConfig({
    DATABASE_URL: 'postgres://sagsgang@database:5432/sagsgang',
    DATABASE_PASSWORD_FILE: file,
  })
  rmSync(directory, { recursive: true })
  const { host, user, password: given } = new Client({ connectionString: databaseUrl ?? '' })
  expect({ host, user, given }).toEqual({ host: 'database', user: 'sagsgang', given: password })
})
