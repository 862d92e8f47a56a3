import { afterEach, expect, test } from 'vitest'

import { writeReply } from '../write-reply.ts'
import { createClient } from './client.ts'
import { createCookies } from './cookies.ts'
import { replyTo, type Script, send, signOnReply, startServer } from './scripted-server.ts'

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

const HOUR_MS = 3_600_000
const keys = { PNR: '0709614304' }
const update = { service: 'FLYT-I', keys, authority: '0851', data: { HDTO: '20250228' } }

/** Gives tokens for two hours, counted by its own clock, and answers whatever it is asked under one. */
function createDoor() {
  const known = { signOns: 0, isOpen: true }
  const script: Script = ({ request, response }) => {
    if (request.type !== 'signOn') return send(response, replyTo(request, stateOf(request)))
    known.signOns += 1
    if (!known.isOpen) return send(response, writeReply(signOnReply(905)))
    const date = new Date(Date.UTC(2031, 4, 1))
    const expires = new Date(date.getTime() + 2 * HOUR_MS)
    response.setHeader('Date', date.toUTCString())
    response.setHeader('Set-Cookie', `Token=tok${known.signOns}; Expires=${expires.toUTCString()}`)
    send(response, writeReply(signOnReply(900)))
  }
  return { known, script }
}

function stateOf(request: Parameters<Script>[0]['request']) {
  if (request.type !== 'update') return {}
  const states = { validate: 'valid', save: 'saved', abort: 'aborted' } as const
  return { state: request.action === null ? ('initiated' as const) : states[request.action] }
}

async function start() {
  const { known, script } = createDoor()
  const server = await startServer(script)
  const clock = { now: 1_000 }
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-1',
    now: () => clock.now,
  })
  cleaning.push(client.close, server.close)
  const cookies = () =>
    server.arrived.filter(({ request }) => request.type !== 'signOn').map(({ cookie }) => cookie)
  return { client, clock, known, cookies }
}

test('a token is fetched anew before it ends', async () => {
  const { client, clock, cookies, known } = await start()
  await client.lookUp('STAMP', keys)
  clock.now += 1.5 * HOUR_MS - 1
  await client.lookUp('STAMP', keys)
  expect(known.signOns).toBe(1)
  clock.now += 1
  await Promise.all([client.lookUp('STAMP', keys), client.lookUp('STAMP', keys)])
  expect(known.signOns).toBe(2)
  expect(cookies()).toEqual(['Token=tok1', 'Token=tok1', 'Token=tok2', 'Token=tok2'])
})

test('while no other is to be had the old one serves', async () => {
  const { client, clock, cookies, known } = await start()
  await client.lookUp('STAMP', keys)
  clock.now += 1.9 * HOUR_MS
  known.isOpen = false
  for (const _ of [1, 2, 3, 4])
    expect(await client.lookUp('STAMP', keys)).toMatchObject({ type: 'found' })
  expect(known.signOns).toBe(3)
  expect(new Set(cookies())).toEqual(new Set(['Token=tok1']))
})

test('a conversation goes on under the token it began with', async () => {
  const { client, clock, cookies } = await start()
  const begun = await client.initiate(update)
  if (begun.type !== 'accepted') throw new Error(begun.type)
  const { dialogue } = begun
  clock.now += 1.6 * HOUR_MS
  await client.lookUp('STAMP', keys)
  await client.validate(dialogue, update)
  await client.save(client.prepareSave(dialogue, update))
  await client.lookUp('STAMP', keys)
  const [first, second] = ['Token=tok1', 'Token=tok2']
  expect(cookies()).toEqual([first, second, first, first, second])
})

const heard = { date: 'Thu, 01 May 2031 00:00:00 GMT', at: 0 }

test.each([
  'Token=a; Max-Age=3600',
  'Token=a; Expires=Thu, 01 May 2031 01:00:00 GMT',
  'TOKEN=a; Path=/; expires=Thu, 01 May 2031 01:00:00 GMT; HttpOnly',
])('three quarters of an hour of %s are its best', (header) => {
  const cookies = createCookies()
  cookies.take([header], heard)
  expect([cookies.isStale(2_699_999), cookies.isStale(2_700_000)]).toEqual([false, true])
})

test.each([
  'Token=a',
  'Token=a; Expires=soon',
  'Token=a; Expires=Thu, 01 May 2031 00:00:01 GMT',
  'AlteonP=b; Max-Age=3600',
])('%s lasts until the register says otherwise', (header) => {
  const cookies = createCookies()
  cookies.take([header], heard)
  expect(cookies.isStale(Number.MAX_SAFE_INTEGER)).toBe(false)
})
