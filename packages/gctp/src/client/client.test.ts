import { afterEach, expect, test } from 'vitest'

import type { Reply, Request } from '../message.ts'
import { writeReply } from '../write-reply.ts'
import { type ClientOptions, createClient } from './client.ts'
import type { AbortAnswer, Client, Exchange } from './contract.ts'
import {
  receiptOf,
  replyTo,
  type Script,
  type ScriptedServer,
  send,
  signingOn,
  signOnReply,
  startServer,
} from './scripted-server.ts'

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

async function start(
  script: Script,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client; server: ScriptedServer; signOns: () => number }> {
  const server = await startServer(script)
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-1',
    ...options,
  })
  cleaning.push(client.close, server.close)
  const signOns = () => server.arrived.filter(({ request }) => request.type === 'signOn').length
  return { client, server, signOns }
}

const keys = { PNR: '0709614304' }
const update = { service: 'FLYT-I', keys, authority: '0851', data: { HDTO: '20250228' } }
const answering =
  (different: (request: Request) => Partial<Reply>): Script =>
  ({ request, response }) =>
    send(response, replyTo(request, different(request)))
const good = signingOn(answering(() => ({})))
const refusing =
  (code: number): Script =>
  ({ response }) =>
    send(response, writeReply(signOnReply(code)))
const main = { name: 'HovedRolle', fields: {}, blocks: {}, tables: [] }

test('a lookup signs on by itself and once', async () => {
  const { client, server, signOns } = await start(good)
  const answers = await Promise.all(Array.from({ length: 8 }, () => client.lookUp('STAMP', keys)))
  expect(answers.map(({ type }) => type)).toEqual(Array.from({ length: 8 }, () => 'found'))
  expect(signOns()).toBe(1)
  expect(server.arrived.at(-1)?.cookie).toBe('TOKEN=tok1; AlteonP=abc')
})

test('an expired token is renewed once and the call repeated', async () => {
  const script = signingOn(({ request, response, cookie }) => {
    send(response, cookie.includes('tok1') ? writeReply(signOnReply(901)) : replyTo(request))
  })
  const { client, server, signOns } = await start(script)
  expect(await client.lookUp('STAMP', keys)).toMatchObject({ type: 'found' })
  expect(signOns()).toBe(2)
  expect(server.arrived).toHaveLength(4)
})

test('a token that never holds is not chased', async () => {
  const { client, server } = await start(
    signingOn(({ response }) => send(response, writeReply(signOnReply(901)))),
  )
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'signOnRefused' })
  expect(server.arrived).toHaveLength(4)
})

test.each([902, 905])('after two refusals with code %i nobody signs on again', async (code) => {
  const known = { isMended: false }
  const isAccessMended = () => Promise.resolve(known.isMended)
  const { client, signOns } = await start(refusing(code), { isAccessMended })
  for (const _ of [1, 2, 3, 4]) {
    expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'signOnRefused' })
  }
  expect(signOns()).toBe(2)
  known.isMended = true
  await client.lookUp('STAMP', keys)
  expect(signOns()).toBe(3)
})

test.each([
  [903, 'locked'],
  [904, 'signOnRefused'],
])('code %i stops at once as %s', async (code, reason) => {
  const { client, signOns } = await start(refusing(code))
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason })
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason })
  expect(signOns()).toBe(1)
})

test('a lost answer after a refusal counts as a refusal', async () => {
  let tries = 0
  const { client } = await start((arrived) => {
    tries += 1
    if (tries === 1) refusing(905)(arrived)
    else arrived.response.destroy()
  })
  for (const _ of [1, 2, 3, 4]) await client.lookUp('STAMP', keys)
  expect(tries).toBe(2)
})

test('lost answers alone never lock anybody out', async () => {
  let tries = 0
  const { client } = await start((arrived) => {
    tries += 1
    if (tries <= 4) arrived.response.destroy()
    else good(arrived)
  })
  for (const _ of [1, 2, 3, 4]) await client.lookUp('STAMP', keys)
  expect(await client.lookUp('STAMP', keys)).toMatchObject({ type: 'found' })
})

const refusingOne: Script = (arrived) => {
  const isWrong = arrived.request.type === 'signOn' && arrived.request.password === 'Hemmelig-2'
  return isWrong ? refusing(905)(arrived) : good(arrived)
}

test('another password is worth another try', async () => {
  const known = { password: 'Hemmelig-2' }
  const { client } = await start(refusingOne, { password: () => known.password })
  for (const _ of [1, 2, 3]) await client.lookUp('STAMP', keys)
  known.password = 'Hemmelig-3'
  expect(await client.lookUp('STAMP', keys)).toMatchObject({ type: 'found' })
})

test('a lookup that meets a technical fault has failed', async () => {
  const { client } = await start(signingOn(answering(() => ({ receipt: receiptOf(9999) }))))
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'transport' })
})

test('a sign-on without token gives no access', async () => {
  const { client } = await start(refusing(900))
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'unreadable' })
})

test('a lookup tells refusal, rows and the restart key', async () => {
  const fields = { REST: { value: '0002A1' } }
  const { client } = await start(
    signingOn(
      answering((request) =>
        request.type === 'read' && request.service === 'STAMP'
          ? { receipt: receiptOf(172) }
          : { roles: [{ ...main, fields }] },
      ),
    ),
  )
  expect(await client.lookUp('STAMP', keys)).toMatchObject({
    type: 'refused',
    receipt: { code: 172 },
  })
  expect(await client.lookUp('NVNSOG2', { NVN: 'Holm', KON: 'K' })).toMatchObject({
    type: 'found',
    rest: '0002A1',
  })
})

test('a conversation runs from initiation to abort', async () => {
  const states = { validate: 'valid', save: 'saved', abort: 'aborted' } as const
  const { client, server } = await start(
    signingOn(
      answering((request) => {
        const action = request.type === 'update' ? request.action : null
        const fields = { MYNKOD: { value: '0851', text: 'Aalborg' } }
        return action === null
          ? { state: 'initiated', roles: [{ ...main, fields }] }
          : { state: states[action] }
      }),
    ),
  )
  const initiated = await client.initiate(update)
  if (initiated.type !== 'accepted') throw new Error(initiated.type)
  expect(initiated.current).toEqual({ MYNKOD: '0851' })
  const { dialogue } = initiated
  expect(dialogue).toEqual({
    service: 'FLYT-I',
    keys,
    authority: '0851',
    timestamp: '20250301102211004512',
  })
  expect(await client.validate(dialogue, update)).toMatchObject({ type: 'accepted' })
  expect(await client.save(client.prepareSave(dialogue, update))).toMatchObject({
    type: 'accepted',
  })
  expect(await client.abort(dialogue)).toEqual({ type: 'ended' })
  const actions = server.arrived.map(({ request }) =>
    request.type === 'update' ? request.action : request.type,
  )
  expect(actions).toEqual(['signOn', null, 'validate', 'save', 'abort'])
})

test.each<[string, Script, AbortAnswer]>([
  ['gone', answering(() => ({ receipt: receiptOf(5405) })), { type: 'gone' }],
  ['unheard', ({ response }) => response.destroy(), { type: 'failed', reason: 'transport' }],
])('a conversation is told apart that is %s', async (_, script, answer) => {
  const { client } = await start(signingOn(script))
  expect(await client.abort({ ...update, timestamp: '20250301102211004512' })).toEqual(answer)
})

test('a warning at initiation still opens the conversation', async () => {
  const receipt = receiptOf(5407, 'warning')
  const { client } = await start(signingOn(answering(() => ({ state: 'warned', receipt }))))
  expect(await client.initiate(update)).toMatchObject({
    type: 'warned',
    dialogue: { timestamp: '20250301102211004512' },
  })
})

test.each([
  [5405, 'lapsed'],
  [5406, 'lapsed'],
  [40, 'refused'],
  [4711, 'refused'],
])('validation answered by %i is %s', async (code, type) => {
  const { client } = await start(
    signingOn(answering(() => ({ state: 'faulty', receipt: receiptOf(code) }))),
  )
  const dialogue = { ...update, timestamp: '20250301102211004512' }
  expect(await client.validate(dialogue, update)).toMatchObject({ type, receipt: { code } })
})

test('the listener hears every exchange, without the password', async () => {
  const heard: Exchange[] = []
  const { client } = await start(good)
  await client.lookUp('STAMP', keys, { onExchange: (exchange) => void heard.push(exchange) })
  expect(heard.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['signOn', '900'],
    ['read', '0'],
  ])
  expect(heard[0]?.request).toContain('password="***"')
  expect(JSON.stringify(heard)).not.toContain('Hemmelig')
  expect(heard[1]?.reply).toContain('<Service r="STAMP">')
})
