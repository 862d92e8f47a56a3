import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'

import { createClient } from '@sagsgang/gctp'
import { afterAll, expect, test } from 'vitest'

import { realTimers } from '../edges.ts'
import { createAuthority } from '../testing/certificates.ts'
import { type CertificateFiles, readCertificate } from './certificate.ts'
import { daysUntil, watchCertificate } from './watch-certificate.ts'

const directory = mkdtempSync(join(tmpdir(), 'sagsgang-p12-'))
const authority = createAuthority('Register Root')
const own = authority.issue('municipality', 'DNS:municipality.example')
const passwordFile = join(directory, 'password')
const p12 = join(directory, 'own.p12')
const password = 'åben sesam'
writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
execFileSync('openssl', [
  'pkcs12',
  '-export',
  '-in',
  own.certificate,
  '-inkey',
  own.key,
  '-passout',
  `file:${passwordFile}`,
  '-out',
  p12,
])
chmodSync(p12, 0o600)

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(directory, { recursive: true, force: true })
})

const files: CertificateFiles = {
  gctpCertificateFile: p12,
  gctpCertificatePasswordFile: passwordFile,
  gctpCaFile: authority.ca,
}

/** A server that asks who comes, and notes it. */
async function startServer() {
  const issued = authority.issue('register', 'IP:127.0.0.1')
  const came: string[] = []
  const server = createServer(
    {
      cert: readFileSync(issued.certificate),
      key: readFileSync(issued.key),
      ca: readFileSync(authority.ca),
      requestCert: true,
      rejectUnauthorized: true,
    },
    (request, response) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a request of an https server came over TLS
      const socket = request.socket as TLSSocket
      came.push(String(socket.getPeerCertificate().subject.CN))
      response.writeHead(503).end()
    },
  )
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `https://127.0.0.1:${port}/gctp`, came }
}

async function askWith(given: CertificateFiles, url: string) {
  const { tls } = readCertificate(given)
  const client = createClient({ url, tls, user: 'WTST0001', password: 'Hemmelig-1' })
  const answer = await client.lookUp('STAM', { PNR: '0707614293' })
  await client.close()
  return answer.type === 'failed' ? answer.reason : answer.type
}

test('the register is shown our certificate and vouched for', async () => {
  const { url, came } = await startServer()
  expect(await askWith(files, url)).toBe('closed')
  expect(came).toEqual(['municipality'])
})

test('without one of ours, or its root, nothing is said', async () => {
  const { url, came } = await startServer()
  const nameless = { ...files, gctpCertificateFile: null, gctpCertificatePasswordFile: null }
  expect(await askWith(nameless, url)).not.toBe('closed')
  expect(await askWith({ ...files, gctpCaFile: null }, url)).toBe('unreachable')
  expect(came).toEqual([])
})

test('it is read from the file until when it lasts', () => {
  const { expiresAt } = readCertificate(files)
  expect(daysUntil(expiresAt ?? new Date(0), new Date())).toBe(1)
})

const wrongPassword = join(directory, 'wrong')
writeFileSync(wrongPassword, 'en anden', { mode: 0o600 })
const openFile = join(directory, 'open.p12')
writeFileSync(openFile, readFileSync(p12), { mode: 0o644 })

test.each<[string, Partial<CertificateFiles>]>([
  ['GCTP_CERTIFICATE_FILE', { gctpCertificateFile: join(directory, 'none') }],
  ['GCTP_CERTIFICATE_FILE', { gctpCertificateFile: null }],
  ['GCTP_CERTIFICATE_FILE', { gctpCertificateFile: openFile }],
  ['GCTP_CERTIFICATE_FILE', { gctpCertificatePasswordFile: wrongPassword }],
  ['GCTP_CERTIFICATE_PASSWORD_FILE', { gctpCertificatePasswordFile: join(directory, 'none') }],
  ['GCTP_CA_FILE', { gctpCaFile: p12 }],
])('a wrong %s stops the start by name', (name, wrong) => {
  expect(() => readCertificate({ ...files, ...wrong })).toThrow(new RegExp(`^${name} `, 'u'))
})

test('its end is told of once at each mark', () => {
  const said: string[] = []
  const note = (level: string) => (of: object) =>
    void said.push(`${level} ${'days' in of ? String(of.days) : ''}`)
  const start = Date.UTC(2026, 0, 1)
  let day = 0
  const looks: (() => void)[] = []
  const every = (_milliseconds: number, run: () => void) => {
    looks.push(run)
    return () => {}
  }
  watchCertificate({
    expiresAt: new Date(start + 62 * 86_400_000),
    now: () => new Date(start + day * 86_400_000),
    timers: { ...realTimers, every },
    log: { warn: note('warn'), error: note('error') },
  })
  for (; day <= 63; day++) for (const look of looks) look()
  expect(said).toEqual(['warn 60', 'warn 30', 'warn 14', 'warn 7', 'error 3', 'error 1', 'error 0'])
})
