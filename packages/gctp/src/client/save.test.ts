import { afterEach, expect, test } from 'vitest'

import type { Reply } from '../message.ts'
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
])('after %s nobody knows, and nothing is repeated', async (_, script) => {
  const { answer, server } = await saveAgainst(script)
  expect(answer.type).toBe('unknown')
  expect(server.arrived.filter(({ request }) => request.type === 'update')).toHaveLength(1)
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
