import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { makeCertificates } from './certificates.ts'
import {
  dependenciesOf,
  deployment,
  networksOf,
  readComposition,
  readDeployed,
  secretsOf,
} from './compose.ts'

const { services, networks, volumes, secrets } = readComposition()
const entries = Object.entries(services)
const named = (prefix: string) => entries.filter(([name]) => name.startsWith(prefix))
const product = entries.filter(([, { image }]) => image === 'sagsgang:1')
const sorted = (words: Iterable<string>) => [...new Set(words)].toSorted()
const main = join(deployment, '../apps/api/src')

test('everything that is named is declared and used', () => {
  expect(sorted(entries.flatMap(([, one]) => secretsOf(one)))).toEqual(sorted(Object.keys(secrets)))
  expect(sorted(entries.flatMap(([, one]) => networksOf(one)))).toEqual(
    sorted(Object.keys(networks)),
  )
  const mounted = entries.flatMap(([, one]) =>
    one.volumes.map((volume) => volume.split(':')[0] ?? ''),
  )
  expect(sorted(mounted)).toEqual(sorted(Object.keys(volumes)))
  expect(mounted).toHaveLength(Object.keys(volumes).length)
})

test('whoever is waited for exists and tells its health', () => {
  for (const [, one] of entries) {
    for (const other of dependenciesOf(one)) expect(services[other]?.healthcheck).toBeDefined()
  }
})

test('every image is built from files that exist, by nobody special', () => {
  for (const [, { build }] of entries) {
    const context = join(deployment, build.context)
    const lines = readFileSync(join(context, build.dockerfile), 'utf8').replaceAll('\\\n', ' ')
    const copied = lines.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)
    for (const [, sources = ''] of copied) {
      for (const source of sources.split(' ')) expect(existsSync(join(context, source))).toBe(true)
    }
    expect(lines.match(/^USER (?!root)\w+$/gmu)).toHaveLength(1)
  }
})

test('what the description asks of its reader has an example', () => {
  const example = readDeployed('.env.example')
  const asked = [...readDeployed('compose.yaml').matchAll(/\$\{(\w+)/gu)].map(
    ([, name]) => name ?? '',
  )
  expect(sorted([...example.matchAll(/^(\w+)=/gmu)].map(([, name]) => name ?? ''))).toEqual(
    sorted(asked),
  )
})

test('the product knows each of its settings', () => {
  const source = readFileSync(join(main, 'config.ts'), 'utf8')
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)].map(([, name]) => name ?? '')
  for (const [, { environment }] of product) {
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)))
    expect(environment['AUTH_MODE']).toBe('oidc')
  }
  expect(product.map(([, { environment }]) => environment['ROLE'])).toEqual(
    'api api worker worker worker'.split(' '),
  )
})

/** The settings of a service, with files of ours for its secrets and nobody where the database would be. */
async function settingsHere(name: string, directory: string) {
  await makeCertificates(directory)
  const here = Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => {
    if (!value.startsWith('/run/secrets/'))
      return [variable, value.replace(/^\$\{.*\}$/u, '')] as const
    const file = join(directory, value.replace('/run/secrets/', ''))
    if (variable === 'DATABASE_CA_FILE') return [variable, join(directory, 'ca.crt')] as const
    writeFileSync(file, 'x'.repeat(32))
    return [variable, file] as const
  })
  return {
    ...Object.fromEntries(here),
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: join(directory, 'data'),
    DATABASE_URL: 'postgres://sagsgang@127.0.0.1:1/sagsgang',
    GCTP_URL: 'https://register.example/gctp',
    GCTP_USER: 'WABC0001',
    PORT: '0',
  }
}

test.each(['api-1', 'worker-1'])(
  '%s takes its settings and asks for its database',
  async (name) => {
    const directory = mkdtempSync(join(tmpdir(), 'sagsgang-compose-'))
    const env = await settingsHere(name, directory)
    const start = spawnSync(process.execPath, [join(main, 'main.ts')], { env, timeout: 50_000 })
    rmSync(directory, { recursive: true })
    expect(start.stderr.toString()).toContain('DATABASE_URL does not answer')
    expect(start.status).toBe(1)
  },
)

test('the balancers are told every address that they ask for', () => {
  const asked = ['database.cfg', 'web.cfg'].flatMap((file) =>
    [...readDeployed(`balancer/${file}`).matchAll(/\$\{(\w+)\}/gu)].map(([, name]) => name ?? ''),
  )
  for (const [, { environment }] of named('balancer-')) {
    expect(sorted(Object.keys(environment))).toEqual(sorted(asked))
    const places = Object.entries(environment).filter(([name]) =>
      /^(?:DATABASE|API)_\d$/u.test(name),
    )
    for (const [name, address] of places) {
      const [host = '', port] = address.split(':')
      const listens = name.startsWith('API')
        ? services[host]?.environment['PORT']
        : services[host]?.environment['PATRONI_POSTGRESQL_LISTEN']?.split(':')[1]
      expect(listens).toBe(port)
    }
  }
})

test('every member of the database goes by its own name', () => {
  const etcd = named('etcd-').map(([name]) => `'${name}:2379'`)
  for (const [name, one] of named('database-')) {
    const { environment } = one
    expect(environment['PATRONI_NAME']).toBe(name)
    expect(environment['PATRONI_RESTAPI_CONNECT_ADDRESS']).toBe(`${name}:8008`)
    expect(environment['PATRONI_POSTGRESQL_CONNECT_ADDRESS']).toBe(`${name}:5432`)
    expect(environment['PATRONI_ETCD_HOSTS']).toBe(etcd.join(','))
    expect(environment['PATRONI_POSTGRESQL_DATA_DIR']).toMatch(/^\/var\/lib\/postgresql\/store\//u)
    const read = [...readDeployed('database/with-secrets.sh').matchAll(/\(secret (\w+)\)/gu)]
    const passwords = read.map(([, word]) => `database_${word}_password`)
    expect(secretsOf(one)).toEqual(expect.arrayContaining(passwords))
  }
})

test('every etcd is known to the others by its own name', () => {
  const all = named('etcd-').map(([name]) => `${name}=http://${name}:2380`)
  for (const [name, { environment }] of named('etcd-')) {
    expect(environment['ETCD_NAME']).toBe(name)
    expect(environment['ETCD_INITIAL_CLUSTER']).toBe(all.join(','))
    expect(environment['ETCD_INITIAL_ADVERTISE_PEER_URLS']).toBe(`http://${name}:2380`)
    expect(environment['ETCD_ADVERTISE_CLIENT_URLS']).toBe(`http://${name}:2379`)
  }
})

test('the database finds its certificates beside its data', () => {
  const words = [...readDeployed('database/patroni.yaml').matchAll(/ssl_\w+_file: (\S+)/gu)]
  expect(words).toHaveLength(3)
  for (const [, one] of named('database-')) {
    const mounted = one.secrets.map((secret) => (typeof secret === 'string' ? '' : secret.target))
    const data = one.environment['PATRONI_POSTGRESQL_DATA_DIR'] ?? ''
    for (const [, word = ''] of words) expect(mounted).toContain(join(data, word))
    expect(mounted).toContain(one.environment['PATRONI_REPLICATION_SSLROOTCERT'])
    expect(mounted).toContain(one.environment['PATRONI_REWIND_SSLROOTCERT'])
    const [, volume = ''] = one.volumes[0]?.split(':') ?? []
    expect(data.startsWith(`${volume}/`)).toBe(true)
  }
})
