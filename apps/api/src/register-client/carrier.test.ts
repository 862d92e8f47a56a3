import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { openCarrier } from './carrier.ts'

const directory = mkdtempSync(join(tmpdir(), 'carrier-'))
afterAll(() => rmSync(directory, { recursive: true }))

const write = (name: string, content: unknown): string => {
  const file = join(directory, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const uuid = (last: number) => `11111111-2222-4333-8444-00000000000${last}`
const agreement = { agreement: uuid(1), userSystem: uuid(2), user: uuid(3), service: uuid(4) }
const soap = {
  gctpSoapFile: null,
  gctpCertificateFile: null,
  gctpUsersFile: null,
  gctpPasswordKeyFile: null,
} as const
const near = { url: 'http://127.0.0.1:3001/x', tls: {} }
const far = { url: 'https://carrier.example/x', tls: {} }

test('without a word about it messages travel as they are', () => {
  expect(openCarrier(soap, near)).toBeNull()
})

test('an agreement names the caller and each service', () => {
  const file = write('good.json', { ...agreement, services: { 'Stam+': uuid(5) } })
  const poster = openCarrier({ ...soap, gctpSoapFile: file, gctpCertificateFile: file }, far)
  expect(poster?.vouchesFor).toBe(uuid(2))
  const message = Buffer.from('<root><Gctp v="2.0"></Gctp></root>')
  const leaves = (service: string) => Buffer.from(poster?.wrap?.(message, service) ?? []).toString()
  expect(leaves('Stam+')).toContain(uuid(5))
  expect(leaves('STAMP')).toContain(uuid(4))
  poster?.close()
})

const given = write('given.json', agreement)

test.each([
  ['GCTP_SOAP_FILE', { gctpSoapFile: join(directory, 'none') }, near],
  ['GCTP_SOAP_FILE', { gctpSoapFile: write('text.json', 'x') }, near],
  ['GCTP_SOAP_FILE', { gctpSoapFile: write('short.json', { agreement: uuid(1) }) }, near],
  ['GCTP_SOAP_FILE', { gctpSoapFile: write('word.json', { ...agreement, user: 'me' }) }, near],
  ['GCTP_SOAP_FILE', { gctpSoapFile: write('more.json', { ...agreement, password: 'x' }) }, near],
  ['GCTP_CERTIFICATE_FILE', { gctpSoapFile: given }, far],
  ['GCTP_URL', { gctpSoapFile: given, gctpCertificateFile: given }, { ...far, url: 'http://x.dk' }],
  ['GCTP_USERS_FILE', { gctpSoapFile: given, gctpUsersFile: given }, near],
  ['GCTP_PASSWORD_KEY_FILE', { gctpSoapFile: given, gctpPasswordKeyFile: given }, near],
] as const)('%s that does not fit %# is named', (variable, config, where) => {
  expect(() => openCarrier({ ...soap, ...config }, where)).toThrow(new RegExp(`^${variable} `, 'u'))
})
