import { chmodSync, copyFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readConfig } from '../config.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import { createAuthority, type Issued } from '../testing/certificates.ts'
import { admitOnly, createPostgresServer, type PostgresServer } from '../testing/postgres-server.ts'
import { connect } from './connect.ts'

const [ours, theirs] = [createAuthority('ours'), createAuthority('theirs')]
const me = ours.issue('sagsgang', 'DNS:sagsgang')
let server: PostgresServer

beforeAll(async () => {
  server = await createPostgresServer()
})
afterAll(() => server.remove())

/** The server with this certificate, speaking nothing but TLS. */
async function present({ certificate, key }: Issued, clients: 'any' | 'known' = 'any') {
  await server.stop()
  const files = [certificate, key].map((file, index) => {
    const copy = join(server.data, `server-${index}.pem`)
    copyFileSync(file, copy)
    chmodSync(copy, 0o600)
    server.handOver(copy)
    return copy
  })
  const known = join(server.data, 'known.pem')
  copyFileSync(ours.ca, known)
  server.handOver(known)
  const only = clients === 'known' ? 'clientcert=verify-ca' : ''
  admitOnly(server, [`hostssl all all 127.0.0.1/32 trust ${only}`])
  const [certificateFile = '', keyFile = ''] = files
  await server.start({
    ssl: 'on',
    ssl_cert_file: certificateFile,
    ssl_key_file: keyFile,
    ssl_ca_file: known,
  })
}

const here = ours.issue('here', 'IP:127.0.0.1')

/** What the product does with these settings. */
async function connecting(variables: Record<string, string>) {
  const { databaseUrl, databaseTls: tls } = readConfig({
    DATABASE_URL: server.url,
    ...variables,
  })
  const connected = await connect({ connectionString: databaseUrl ?? '', tls }, () => {})
  const { rows } = await sql<{ ssl: boolean; version: string }>`
    select ssl, version from pg_stat_ssl where pid = pg_backend_pid()`.execute(connected.db)
  await connected.db.destroy()
  return rows
}

const refused = async (variables: Record<string, string>) => {
  const error: unknown = await connecting(variables).catch((reason: unknown) => reason)
  if (!(error instanceof StartRefused)) throw new Error('it was not refused')
  return { exitCode: error.exitCode, says: error.message }
}

test('the right authority and name let us in', async () => {
  await present(here)
  expect(await connecting({ DATABASE_CA_FILE: ours.ca })).toEqual([
    { ssl: true, version: 'TLSv1.3' },
  ])
})

test('a certificate of another authority is refused', async () => {
  await present(here)
  const { exitCode, says } = await refused({ DATABASE_CA_FILE: theirs.ca })
  expect(exitCode).toBe(CONFIGURATION_EXIT)
  expect(says).toMatch(/^the certificate .* not trusted: set DATABASE_CA_FILE/u)
})

test('a certificate made out to another host is refused', async () => {
  await present(ours.issue('elsewhere', 'DNS:localhost,DNS:db.example'))
  const { exitCode, says } = await refused({ DATABASE_CA_FILE: ours.ca })
  expect(exitCode).toBe(CONFIGURATION_EXIT)
  expect(says).toContain('made out to another host')
})

test('a server that asks who we are is shown it', async () => {
  await present(here, 'known')
  const { exitCode } = await refused({ DATABASE_CA_FILE: ours.ca })
  expect(exitCode).toBe(1)
  const own = { DATABASE_CERT_FILE: me.certificate, DATABASE_KEY_FILE: me.key }
  expect(await connecting({ DATABASE_CA_FILE: ours.ca, ...own })).toHaveLength(1)
})

test('a server without TLS is refused once it is asked for', async () => {
  await server.stop()
  admitOnly(server, ['host all all 127.0.0.1/32 trust'])
  await server.start()
  const { says } = await refused({ DATABASE_CA_FILE: ours.ca })
  expect(says).toContain('does not speak TLS')
})

test.each([
  ['DATABASE_CA_FILE', { DATABASE_CA_FILE: '/no/such/file' }],
  ['DATABASE_CA_FILE', { DATABASE_CA_FILE: me.key }],
  ['DATABASE_KEY_FILE', { DATABASE_CERT_FILE: me.certificate }],
  ['DATABASE_CERT_FILE', { DATABASE_KEY_FILE: me.key }],
  ['DATABASE_CERT_FILE', { DATABASE_CERT_FILE: me.key, DATABASE_KEY_FILE: me.key }],
  ['DATABASE_KEY_FILE', { DATABASE_CERT_FILE: me.certificate, DATABASE_KEY_FILE: here.key }],
])('a wrong %s is refused by name', (name, variables) => {
  expect(() => readConfig(variables)).toThrow(new RegExp(`^${name} `, 'u'))
})

test('a key that others can read is refused', () => {
  const open = join(tmpdir(), `sagsgang-open-${process.pid}.key`)
  writeFileSync(open, '')
  chmodSync(open, 0o640)
  const variables = { DATABASE_CERT_FILE: me.certificate, DATABASE_KEY_FILE: open }
  expect(() => readConfig(variables)).toThrow(/^DATABASE_KEY_FILE .* only its owner/u)
})
