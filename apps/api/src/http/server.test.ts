import { expect, test } from 'vitest'

import { call, withSystem } from '../testing/system.ts'

const system = withSystem()

const bearer = { authorization: 'Bearer demo:caseworker' }
const json = { ...bearer, 'content-type': 'application/json' }

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(`${system().origin}${path}`, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, text }
}

const reasonIn = (text: string) => JSON.parse(text).error.data.reason

const opening = JSON.stringify({
  event: 'addressing-name',
  purpose: 'Anmeldelse modtaget',
  idempotencyKey: 'once',
})

test.each<[string, RequestInit, number, string]>([
  ['cases.open', { body: '{"event":' }, 400, 'bodyMalformed'],
  ['cases.open', { body: 'null' }, 400, 'inputInvalid'],
  ['cases.open', { body: '[1,2]' }, 400, 'inputInvalid'],
  ['cases.open', { body: '{"__proto__":{"role":"senior"}}' }, 400, 'inputInvalid'],
  [
    'cases.open',
    { body: `{"data":${'['.repeat(20000)}${']'.repeat(20000)}}` },
    400,
    'inputInvalid',
  ],
  ['cases.list', { body: '{"limit":1e400}' }, 400, 'inputInvalid'],
  ['cases.open', { body: `"${'x'.repeat(300_000)}"` }, 413, 'bodyTooLarge'],
  [
    'cases.open',
    { body: opening, headers: { ...bearer, 'content-type': 'text/plain' } },
    415,
    'bodyTypeUnknown',
  ],
  [
    'cases.open',
    { body: opening, headers: { ...bearer, 'content-type': 'application/xml' } },
    415,
    'bodyTypeUnknown',
  ],
  ['cases.nothing', { body: '{}' }, 404, 'procedureUnknown'],
  ['nothing', { body: '{}' }, 404, 'procedureUnknown'],
  ['cases/open', { body: '{}' }, 404, 'procedureUnknown'],
  ['__proto__', { body: '{}' }, 404, 'procedureUnknown'],
  [Array.from({ length: 11 }, () => 'me').join(), { body: '{}' }, 400, 'batchTooLarge'],
])('%s refuses a request that is no request', async (path, init, status, reason) => {
  const query = path.includes(',') ? '?batch=1' : ''
  const answered = await send(`/trpc/${path}${query}`, { method: 'POST', headers: json, ...init })
  const body = JSON.parse(answered.text)
  const [first] = [body].flat()
  expect([answered.status, first.error.data.reason]).toEqual([status, reason])
  expect(answered.text).not.toMatch(/stack|node_modules|at /)
})

test('an order is not given by reading', async () => {
  const answered = await send(`/trpc/cases.open?input=${encodeURIComponent(opening)}`, {
    headers: bearer,
  })
  expect([answered.status, reasonIn(answered.text)]).toEqual([405, 'methodNotAllowed'])
})

test('an address that cannot be read is refused', async () => {
  const answered = await send('/trpc/%E0%A4%A', { headers: bearer })
  expect([answered.status, reasonIn(answered.text)]).toEqual([400, 'bodyMalformed'])
  expect(answered.headers.get('x-content-type-options')).toBe('nosniff')
})

test('questions are answered by either method', async () => {
  const asked = encodeURIComponent(JSON.stringify({ event: 'addressing-name' }))
  const got = await send(`/trpc/catalogue.event?input=${asked}`, { headers: bearer })
  const body = JSON.stringify({ event: 'addressing-name' })
  const posted = await send('/trpc/catalogue.event', { method: 'POST', headers: json, body })
  expect(got.status).toBe(200)
  expect(JSON.parse(posted.text)).toEqual(JSON.parse(got.text))
  expect((await send('/trpc/me', { method: 'POST', headers: bearer })).status).toBe(200)
})

test('several questions come as one', async () => {
  const answered = await send('/trpc/me,catalogue.events?batch=1', {
    method: 'POST',
    headers: json,
    body: '{}',
  })
  expect(JSON.parse(answered.text)).toHaveLength(2)
})

test.each([
  [undefined, 'notSignedIn'],
  ['Bearer demo:nobody', 'identityUnknown'],
  ['Bearer demo:', 'identityUnknown'],
  ['demo:caseworker', 'identityUnknown'],
])('%s is nobody', async (authorization, reason) => {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
  const answered = await send('/trpc/me', { method: 'POST', headers, body: '{}' })
  expect([answered.status, reasonIn(answered.text)]).toEqual([401, reason])
})

test('a page of somebody else is sent away', async () => {
  const origin = await send('/trpc/me', { headers: { ...bearer, origin: 'https://evil.example' } })
  expect([origin.status, reasonIn(origin.text)]).toEqual([403, 'originUnknown'])
  const own = await send('/trpc/me', { headers: { ...bearer, origin: system().origin } })
  expect(own.status).toBe(200)
})

test('every answer carries the headers that protect it', async () => {
  const { headers } = await send('/trpc/me', { headers: bearer })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('live and ready are told', async () => {
  expect((await send('/health/live')).status).toBe(200)
  expect((await send('/health/ready')).status).toBe(200)
})

test('lookups stop at thirty in a minute', async () => {
  const order = {
    service: 'STAMP',
    keys: { PNR: '0707614293' },
    purpose: 'prøver grænsen for opslag',
  }
  const answers = await Promise.all(
    Array.from({ length: 31 }, () => call(system(), 'register.lookUp', order, 'senior')),
  )
  const late = answers.filter(({ status }) => status === 429)
  expect(late).toHaveLength(1)
  expect(late[0]?.body.error.data).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    reason: 'lookUpLimit',
  })
}, 20_000)
