import { setTimeout as wait } from 'node:timers/promises'

import { createClient, type Posted, type Poster, readRequest, writeReply } from '@sagsgang/gctp'
import type { Reply } from '@sagsgang/gctp'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { realChance, realTimers } from '../edges.ts'
import { resetCases } from '../engine/reset-cases.ts'
import { withDatabase } from '../testing/database.ts'
import { withStages } from '../testing/stage.ts'
import { createSignOnBook } from './sign-on-book.ts'

const database = withDatabase()
const stage = withStages(database)

const user = 'WTST0001'
const [right, wrong] = ['Hemmelig-1', 'Hemmelig-2']

const reply = (type: 'signOn' | 'read', code: number): Reply => ({
  type,
  service: 'STAM',
  keys: {},
  authority: null,
  state: null,
  dialogue: null,
  actions: [],
  roles: [],
  receipt: {
    outcome: code === 0 || code === 900 ? 'done' : 'error',
    code,
    text: '',
    messages: [],
  },
  unknown: [],
})

/** A register that knows one password and counts, as it does, how often in a row it heard another. */
function createDoor() {
  const seen = { atOnce: 0, mostAtOnce: 0, signOns: 0, inARow: 0, most: 0 }
  let swallows = false
  const signOn = async (password: string): Promise<Posted> => {
    seen.signOns += 1
    seen.atOnce += 1
    seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce)
    await wait(20)
    seen.atOnce -= 1
    seen.inARow = password === right ? 0 : seen.inARow + 1
    seen.most = Math.max(seen.most, seen.inARow)
    if (swallows) return new Promise(() => {})
    const isRight = password === right
    return answered(reply('signOn', isRight ? 900 : 905), isRight ? ['Token=tok1'] : [])
  }
  const poster: Poster = {
    close: () => {},
    post: async ({ bytes }) => {
      const read = readRequest(bytes)
      if (read.type !== 'read') throw new Error('the client wrote nonsense')
      const { message } = read
      if (message.type === 'signOn') return signOn(message.password)
      const keys = message.type === 'read' ? message.keys : {}
      return answered({ ...reply('read', 0), keys }, [])
    },
  }
  return {
    seen,
    poster,
    swallow: (does: boolean) => {
      swallows = does
    },
  }
}

function answered(told: Reply, cookies: readonly string[]): Posted {
  const bytes = writeReply(told)
  return { type: 'answered', status: 200, contentType: null, cookies, bytes }
}

let door: ReturnType<typeof createDoor>
const clients: { close: () => Promise<void> }[] = []
beforeEach(async () => {
  door = createDoor()
  await sql`delete from sign_ons`.execute(database.db())
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})

/** What a process has of its own: everything but the store. */
function startProcess(password: string) {
  const deps = { db: database.db(), timers: realTimers, chance: realChance, user }
  const signOnBook = createSignOnBook(deps)
  const client = createClient({ url: '', user, password, poster: door.poster, signOnBook })
  clients.push(client)
  return () => client.lookUp('STAM', { PNR: '0707614293' })
}

const reasonsOf = async (calls: readonly ReturnType<ReturnType<typeof startProcess>>[]) => {
  const answers = await Promise.all(calls)
  return new Set(answers.map((one) => (one.type === 'failed' ? one.reason : one.type)))
}

test('five processes sign on one at a time', async () => {
  const processes = Array.from({ length: 5 }, () => startProcess(right))
  expect(await reasonsOf(processes.map((ask) => ask()))).toEqual(new Set(['found']))
  expect([door.seen.signOns, door.seen.mostAtOnce]).toEqual([5, 1])
})

test('five processes together try a wrong password twice', async () => {
  const processes = Array.from({ length: 5 }, () => startProcess(wrong))
  for (let round = 0; round < 4; round++)
    expect(await reasonsOf(processes.map((ask) => ask()))).toEqual(new Set(['signOnRefused']))
  expect(door.seen.most).toBe(2)
})

test('whoever resumes a case grants all one more try', async () => {
  const processes = Array.from({ length: 3 }, () => startProcess(wrong))
  await reasonsOf(processes.map((ask) => ask()))
  const { opened } = await stage({ workers: 'none' })
  const { id } = await opened()
  await sql`update journal set message = '{"type": "resume"}', position = default where case_id = ${id}`.execute(
    database.db(),
  )
  for (let round = 0; round < 3; round++) await reasonsOf(processes.map((ask) => ask()))
  expect(door.seen.signOns).toBe(3)
  await resetCases(database.db())
})

test('another password is tried by whoever has it', async () => {
  await startProcess(wrong)()
  await startProcess(wrong)()
  expect(await startProcess(right)()).toMatchObject({ type: 'found' })
  expect(await startProcess(right)()).toMatchObject({ type: 'found' })
})

test('who dies while refused is taken to be refused again', { timeout: 30_000 }, async () => {
  await startProcess(wrong)()
  door.swallow(true)
  const dying = createSignOnBook({
    db: database.db(),
    timers: { ...realTimers, every: () => () => {} },
    chance: realChance,
    user,
  })
  expect(await dying.begin(wrong)).toMatchObject({ refusal: { count: 1 } })
  door.swallow(false)
  expect(await startProcess(wrong)()).toEqual({ type: 'failed', reason: 'signOnRefused' })
  expect(door.seen.signOns).toBe(1)
})

test('who dies while nothing is refused holds nobody up', { timeout: 30_000 }, async () => {
  const timers = { ...realTimers, every: () => () => {} }
  const dying = createSignOnBook({ db: database.db(), timers, chance: realChance, user })
  await dying.begin(right)
  const started = performance.now()
  expect(await startProcess(right)()).toMatchObject({ type: 'found' })
  expect(performance.now() - started).toBeLessThan(20_000)
})
