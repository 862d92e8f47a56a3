import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

import { sql } from 'kysely'
import { afterEach, expect, onTestFinished, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { until } from '../testing/stage.ts'
import { createHints, type Hints } from './hints.ts'

const database = withDatabase()
const open: Hints[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((hints) => hints.close()))
})

function listener() {
  const hints = createHints(database.db(), database.connected().options)
  open.push(hints)
  const heard = { count: 0 }
  const stop = hints.listen(() => {
    heard.count += 1
  })
  return { hints, heard, stop }
}

const listening = () =>
  sql<{ pid: number }>`select pid from pg_stat_activity where query like 'listen %'`
    .execute(database.db())
    .then(({ rows }) => rows)

test('one process hears of what another committed', async () => {
  const [one, other] = [listener(), listener()]
  await until(listening, (found) => found.length === 2)
  one.hints.tell()
  expect(one.heard.count).toBe(1)
  await until(
    async () => other.heard.count,
    (count) => count === 1,
  )
  expect(one.heard.count).toBe(1)
})

test('many words in a moment travel as one', async () => {
  const [one, other] = [listener(), listener()]
  await until(listening, (found) => found.length === 2)
  for (let count = 0; count < 50; count++) one.hints.tell()
  await until(
    async () => other.heard.count,
    (count) => count > 0,
  )
  expect(other.heard.count).toBeLessThan(5)
})

test('a lost connection listens again by itself', async () => {
  const { hints, heard } = listener()
  const another = listener()
  const [first] = await until(listening, (found) => found.length === 2)
  await sql`select pg_terminate_backend(${first?.pid})`.execute(database.db())
  const before = new Set([first?.pid])
  await until(listening, (found) => found.length === 2 && !found.some(({ pid }) => before.has(pid)))
  hints.tell()
  another.hints.tell()
  await until(
    async () => [heard.count, another.heard.count],
    (counts) => counts.every((count) => count >= 2),
  )
})

/** A proxy that can lose what it has in its hands without telling anybody. */
async function startProxy() {
  const { host = '', port = 5432 } = database.connected().options
  const held: Socket[] = []
  const proxy = createServer((near) => {
    const far = connect(`${host}/.s.PGSQL.${port}`)
    for (const end of [near, far]) end.on('error', () => {}) // the other end tells
    near.pipe(far).pipe(near)
    held.push(near, far)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const lose = () => {
    for (const end of held.splice(0)) end.unpipe().pause()
  }
  onTestFinished(() => void proxy.close())
  return { port: address.port, lose }
}

test('a connection that was quietly dropped listens again', async () => {
  const proxy = await startProxy()
  const options = { ...database.connected().options, host: '127.0.0.1', port: proxy.port }
  const hints = createHints(database.db(), options, 300)
  open.push(hints)
  let heard = 0
  hints.listen(() => {
    heard += 1
  })
  const another = listener()
  await until(listening, (found) => found.length >= 2)
  proxy.lose()
  await until(
    async () => {
      another.hints.tell()
      return heard
    },
    (count) => count > 0,
  )
})

test('who has stopped listening hears no more', () => {
  const { hints, heard, stop } = listener()
  stop()
  hints.tell()
  expect(heard.count).toBe(0)
})
