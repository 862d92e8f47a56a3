import { randomBytes } from 'node:crypto'

import {
  createClient,
  createPasswordDesk,
  developmentProfile,
  type Poster,
  readRequest,
} from '@sagsgang/gctp'
import { createWireRegisters, demoUser, type WireRegister } from '@sagsgang/register'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'

import { realChance, realTimers } from '../../edges.ts'
import { withDatabase } from '../../testing/database.ts'
import { createKeepingBook } from './keeping-book.ts'
import { newPassword } from './new-password.ts'
import { changing, takeOver } from './passwords.ts'
import { rotate } from './rotate.ts'
import { createPasswordSeal, OtherPasswordKey } from './seal-passwords.ts'
import { createShelf } from './shelf.ts'

const database = withDatabase()
const key = randomBytes(32)
const configured = 'Hemmelig-1'
const DAY_MS = 86_400_000

let now = Date.UTC(2026, 10, 23, 9)
const registers = createWireRegisters({ now: () => now, population: 0, seed: 1 })
let register: WireRegister
let changes: string[]
/** Hears what is said; a change is answered to nobody where this says so. */
let swallows = false
let isAway = false

beforeEach(async () => {
  register = registers({ now: () => now, newToken: realChance.newId })
  changes = []
  swallows = false
  await sql`delete from sign_ons`.execute(database.db())
})

const poster: Poster = {
  close: () => {},
  post: async ({ bytes, cookie }) => {
    if (isAway) return { type: 'notSent', reason: 'unreachable' }
    const read = readRequest(bytes)
    const request = read.type === 'read' ? read.message : null
    const isChange = request?.type === 'signOn' && request.newPassword !== undefined
    const spoken = register.answer({ bytes, contentType: 'text/xml', cookie })
    if (isChange) changes.push(register.store.account().password)
    return isChange && swallows
      ? { type: 'broken', reason: 'timeout' }
      : { type: 'answered', ...spoken }
  },
}

/** What a process has of its own: everything but the store. */
function startProcess(sealedWith = key) {
  const seal = createPasswordSeal(sealedWith, demoUser)
  const lease = { db: database.db(), timers: realTimers, chance: realChance, user: demoUser }
  const shelf = createShelf({ ...lease, seal })
  const noted: string[] = []
  const rotation = {
    shelf,
    desk: createPasswordDesk({ url: '', user: demoUser, poster }),
    rules: developmentProfile.passwords,
    configured,
    fresh: () => newPassword(realChance),
    now: () => now,
    note: async (outcome: string) => void noted.push(outcome),
  }
  const signOnBook = createKeepingBook(shelf, () => now)
  const client = createClient({ url: '', user: demoUser, password: configured, poster, signOnBook })
  return {
    shelf,
    noted,
    rotate: () => rotate(rotation),
    ask: async () => (await client.lookUp('STAM', { PNR: '0709614096' })).type,
  }
}

test('four processes change the password once', async () => {
  const processes = [1, 2, 3, 4].map(() => startProcess())
  const outcomes = await Promise.all(processes.map((one) => one.rotate()))
  expect(outcomes.toSorted()).toEqual(['changed', 'notDue', 'notDue', 'notDue'])
  expect(changes).toHaveLength(1)
  expect(changes).not.toContain(configured)
  expect(await startProcess().ask()).toBe('found')
  now += 59 * DAY_MS
  expect(await startProcess().rotate()).toBe('notDue')
  now += 2 * DAY_MS
  expect(await startProcess().rotate()).toBe('changed')
  expect(new Set(changes).size).toBe(2)
})

test('a change that nobody heard of is found out', async () => {
  swallows = true
  const first = startProcess()
  expect(await first.rotate()).toBe('changed')
  expect(first.noted).toEqual(['intended', 'unheard'])
  expect((await first.shelf.look())?.passwords.current).toBe(register.store.account().password)
})

test('who dies over a change leaves the next enough', async () => {
  const dying = startProcess()
  const held = await dying.shelf.take()
  const before = takeOver(configured)
  await held?.write(before)
  await held?.putBack(null)
  // Taken by the register, and its process ended before it could write that down.
  const again = await dying.shelf.take()
  const sent = changing(before, newPassword(realChance), now)
  await again?.write(sent)
  await createPasswordDesk({ url: '', user: demoUser, poster }).change(
    configured,
    sent.candidate.password,
  )
  await again?.putBack(null)
  expect(await startProcess().ask()).toBe('found')
  const lying = await startProcess().shelf.look()
  expect(lying?.passwords).toMatchObject({ current: sent.candidate.password, candidate: null })
  expect(register.store.account().wrong).toBe(0)
})

test('no password stands in the store or opens for others', async () => {
  await startProcess().rotate()
  const { rows } = await sql<{ passwords: Buffer }>`
    select passwords from sign_ons`.execute(database.db())
  expect(rows).toHaveLength(1)
  expect(rows[0]?.passwords.includes(register.store.account().password)).toBe(false)
  expect(rows[0]?.passwords.includes(configured)).toBe(false)
  await expect(startProcess(randomBytes(32)).shelf.look()).rejects.toThrow(OtherPasswordKey)
  const sealed = rows[0]?.passwords ?? Buffer.alloc(0)
  expect(() => createPasswordSeal(key, 'ANOTHER1').open(sealed)).toThrow()
})

test('who lost the turn writes nothing', { timeout: 30_000 }, async () => {
  const slow = startProcess()
  const held = await slow.shelf.take()
  await sql`update sign_ons set held_until = now() - interval '1 second'`.execute(database.db())
  const other = await startProcess().shelf.take()
  await expect(held?.write(takeOver(configured))).rejects.toThrow('the turn to sign on was lost')
  await other?.putBack(takeOver(configured))
  await held?.putBack(null)
})

test('a register out of reach leaves nothing behind', async () => {
  isAway = true
  const process = startProcess()
  expect(await process.rotate()).toBe('unsettled')
  expect(process.noted).toEqual(['intended', 'unsent'])
  isAway = false
  expect((await process.shelf.look())?.passwords).toEqual(takeOver(configured))
  expect(await process.rotate()).toBe('changed')
})

test('new passwords are as the register wants them', () => {
  const many = Array.from({ length: 1_000 }, () => newPassword(realChance))
  expect(new Set(many).size).toBe(1_000)
  const needed = [/^.{16}$/u, /[a-z]/u, /[A-Z]/u, /[0-9]/u, /^[^"'<>&?æøå\s]+$/u, /[^a-zA-Z0-9]/u]
  for (const kind of needed) expect(many.filter((one) => !kind.test(one))).toEqual([])
})
