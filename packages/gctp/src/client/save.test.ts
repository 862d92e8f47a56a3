import type { ServerResponse } from 'node:http'

import { afterEach, expect, test } from 'vitest'

import type { Reply, Request } from '../message.ts'
import { createClient } from './client.ts'
import type { Dialogue, SaveAnswer } from './contract.ts'
import {
  type Arrived,
  receiptOf,
  replyTo,
  type ScriptedServer,
  send,
  signingOn,
  startServer,
} from './scripted-server.ts'

const dialogue: Dialogue = {
  service: 'FLYT-I',
  keys: { PNR: '0709614304' },
  authority: '0851',
  timestamp: '20250301102211004512',
}
const update = { ...dialogue, data: { HDTO: '20250228' } }

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

/** Saves once against a register that answers so, and says what came of it and what arrived. */
async function saveAgainst(
  answer: (arrived: Arrived) => void,
  deadlineMs = 5_000,
): Promise<{ answer: SaveAnswer; server: ScriptedServer }> {
  const server = await startServer(signingOn(answer))
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-1',
    deadlineMs,
  })
  cleaning.push(client.close, server.close)
  return { answer: await client.save(client.prepareSave(dialogue, update)), server }
}

const saved = { state: 'saved' } as const
const answering =
  (different: Partial<Reply>) =>
  ({ request, response }: Arrived) =>
    send(response, replyTo(request, different))
const sending =
  (body: (request: Request) => Uint8Array | string, status = 200) =>
  (arrived: Arrived) =>
    send(arrived.response, body(arrived.request), status)
const raw = (act: (response: ServerResponse, body: Uint8Array) => void) => (arrived: Arrived) =>
  act(arrived.response, replyTo(arrived.request, saved))
const text = (request: Request, different: Partial<Reply> = saved) =>
  Buffer.from(replyTo(request, different)).toString('latin1')
const redirect = (status: number) =>
  raw((response) => response.writeHead(status, { Location: '/x' }).end())

test('a positive receipt in the right conversation is accepted', async () => {
  const role = {
    name: 'HovedRolle',
    fields: { PNR: { value: '0709614304' } },
    blocks: {},
    tables: [],
  }
  const { answer } = await saveAgainst(answering({ ...saved, roles: [role] }))
  expect(answer).toMatchObject({ type: 'accepted', queued: false, output: { PNR: '0709614304' } })
})

test('a save kept in the waiting queue says so', async () => {
  const { answer } = await saveAgainst(answering({ state: 'waiting' }))
  expect(answer).toMatchObject({ type: 'accepted', queued: true })
})

test.each([17, 40, 52, 172, 184, 4455, 5404, 5408])(
  'the documented code %i is a refusal',
  async (code) => {
    const { answer } = await saveAgainst(answering({ state: 'faulty', receipt: receiptOf(code) }))
    expect(answer).toMatchObject({ type: 'refused', receipt: { code } })
  },
)

test('only warnings, shown the first time, save nothing', async () => {
  const receipt = receiptOf(5407, 'warning')
  const { answer } = await saveAgainst(answering({ state: 'warned', receipt }))
  expect(answer).toMatchObject({ type: 'warned', receipt: { code: 5407 } })
})

test.each<[string, Partial<Reply>]>([
  ['lapsed', { receipt: receiptOf(5405) }],
  ['lapsed without its time stamp', { receipt: receiptOf(5405), dialogue: null }],
  ['changed by others', { receipt: receiptOf(5406) }],
  ['not signed on', { receipt: receiptOf(901) }],
  ['not signed on, in the frame of a sign-on', { type: 'signOn', receipt: receiptOf(901) }],
])('a conversation %s was not executed, nor is repeated', async (_, different) => {
  const { answer, server } = await saveAgainst(answering(different))
  expect(answer).toEqual({ type: 'unsent', reason: 'lapsed' })
  expect(server.arrived.filter(({ request }) => request.type === 'update')).toHaveLength(1)
})

test.each<[string, (arrived: Arrived) => void]>([
  ['a technical fault', answering({ receipt: receiptOf(9999) })],
  ['a code nobody documented', answering({ state: 'faulty', receipt: receiptOf(4711) })],
  ['a refusal that says it saved', answering({ ...saved, receipt: receiptOf(40) })],
  ['good news in another state', answering({ state: 'initiated' })],
  ['good news without a state', answering({ state: null })],
  ['good news without a time stamp', answering({ ...saved, dialogue: null })],
  ['another conversation', answering({ ...saved, dialogue: '20250301102211004513' })],
  ['another service', answering({ ...saved, service: 'VIELS-I' })],
  ['another person', answering({ ...saved, keys: { PNR: '0709614096' } })],
  ['a good sign-on', answering({ type: 'signOn', receipt: receiptOf(900) })],
  ['two receipts', sending((request) => text(request).replace(/<Kvit[^>]*>/, '$&$&'))],
  ['a cut message', sending((request) => text(request).slice(0, -9))],
  ['an HTML page', sending(() => '<html><body>OK</body></html>')],
  ['nothing', sending(() => '')],
  ['JSON', sending(() => '{"code":0}')],
  ['a server error', sending((request) => text(request), 500)],
  ['a closed register', sending(() => 'lukket', 503)],
  ['an HTTP refusal', sending((request) => text(request), 401)],
  ['a redirect 302', redirect(302)],
  ['a redirect 307', redirect(307)],
  ['a redirect 308', redirect(308)],
  [
    'a reply without end',
    raw((response, body) => {
      response.writeHead(200, { 'Content-Length': body.length + 100 })
      response.write(body, () => response.destroy())
    }),
  ],
  ['a lost reply', raw((response) => response.destroy())],
  [
    'a compressed bomb',
    raw((response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(Buffer.alloc(5_000_000)),
    ),
  ],
])('after %s nobody knows, and nothing is repeated', async (_, script) => {
  const { answer, server } = await saveAgainst(script)
  expect(answer.type).toBe('unknown')
  expect(server.arrived.filter(({ request }) => request.type === 'update')).toHaveLength(1)
})

test.each<[string, (arrived: Arrived) => void]>([
  ['silence', () => undefined],
  ['silence after the head', raw((response) => response.writeHead(200).flushHeaders())],
  [
    'a dripping reply',
    raw((response) => {
      const timer = setInterval(() => response.write('<'), 20)
      response.on('close', () => clearInterval(timer))
    }),
  ],
])('%s ends at the deadline as unknown', async (_, script) => {
  const start = performance.now()
  const { answer } = await saveAgainst(script, 250)
  expect(answer).toEqual({ type: 'unknown', reason: 'timeout' })
  expect(performance.now() - start).toBeLessThan(1_500)
})

test('a register that is gone has received nothing', async () => {
  const server = await startServer(signingOn(answering({})))
  const client = createClient({ url: server.url, user: 'WTST0001', password: 'Hemmelig-1' })
  await client.lookUp('STAMP', { PNR: '0709614304' })
  await server.close()
  const answer = await client.save(client.prepareSave(dialogue, update))
  expect(answer).toEqual({ type: 'unsent', reason: 'unreachable' })
})

test.each([
  ['a name that does not resolve', 'http://register.invalid/gctp'],
  ['a port where nobody listens', 'http://127.0.0.1:1/gctp'],
])('behind %s nothing was sent', async (_, url) => {
  const client = createClient({ url, user: 'WTST0001', password: 'Hemmelig-1' })
  const answer = await client.save(client.prepareSave(dialogue, update))
  expect(answer).toEqual({ type: 'unsent', reason: 'unreachable' })
})

test('a failed TLS handshake has sent nothing', async () => {
  const server = await startServer(signingOn(answering(saved)))
  cleaning.push(server.close)
  const client = createClient({
    url: server.url.replace('http:', 'https:'),
    user: 'WTST0001',
    password: 'Hemmelig-1',
  })
  const answer = await client.save(client.prepareSave(dialogue, update))
  expect(answer).toEqual({ type: 'unsent', reason: 'unreachable' })
  expect(server.arrived).toHaveLength(0)
})

test('exactly the prepared bytes go, on their own connection', async () => {
  const { answer, server } = await saveAgainst(answering(saved))
  expect(answer.type).toBe('accepted')
  const client = createClient({ url: server.url, user: 'WTST0001', password: 'Hemmelig-1' })
  const prepared = client.prepareSave(dialogue, update)
  const before = server.connections()
  await client.lookUp('STAMP', { PNR: '0709614304' })
  expect(server.connections()).toBe(before + 1)
  await client.save(prepared)
  expect(server.connections()).toBe(before + 2)
  expect(Buffer.from(server.arrived.at(-1)?.bytes ?? []).equals(prepared.bytes)).toBe(true)
  expect(prepared.hash).toMatch(/^[0-9a-f]{64}$/)
  await client.close()
})
