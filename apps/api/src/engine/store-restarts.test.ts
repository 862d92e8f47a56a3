import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'

import { connect, type Connected } from '../database/connect.ts'
import { isPassing } from '../database/is-passing.ts'
import { migrate } from '../database/migrate.ts'
import type { TestDatabase } from '../testing/database.ts'
import { createPostgresServer, type PostgresServer } from '../testing/postgres-server.ts'
import { answer, caseworker, findStray, setStage, type Stage } from '../testing/stage.ts'
import type { SendCommand, Stepped } from './ports.ts'
import { resetCases } from './reset-cases.ts'

let server: PostgresServer
let people: Connected
let work: Connected
const stages: Stage[] = []

beforeAll(async () => {
  server = await createPostgresServer()
  await server.start()
  people = await connect({ connectionString: server.url }, () => {})
  work = await connect({ connectionString: server.url }, () => {})
  await migrate(people.db)
})
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.stop()
  expect(await findStray(database)).toEqual([])
  await resetCases(people.db)
})
afterAll(async () => {
  await people.db.destroy()
  await work.db.destroy()
  await server.remove()
})

const database: TestDatabase = {
  db: () => people.db,
  connected: () => people,
  directory: () => server.data,
}

async function staged(handlers: Parameters<typeof setStage>[1]): Promise<Stage> {
  const stage = await setStage(database, { ...handlers, engine: { work: work.db } })
  stages.push(stage)
  return stage
}

/** As whoever calls does it: the same order under the same key, until there is an answer. */
async function insist(run: () => Promise<Stepped>): Promise<Stepped> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (!isPassing(error)) throw error
      await wait(100)
    }
  }
  throw new Error('the store did not come back')
}

const naming = (pnr: string) => ({
  event: 'naming',
  data: { personnummer: pnr, authority: '0851' },
  purpose: 'anmeldt navn til barnet',
  actor: caseworker,
  idempotencyKey: randomUUID(),
})

const message = (caseId: string, told: SendCommand['message']): SendCommand => ({
  caseId,
  message: told,
  actor: caseworker,
  expectedVersion: null,
  idempotencyKey: randomUUID(),
})

const caseOf = (stepped: Stepped) => {
  if (stepped.type === 'refused') throw new Error(stepped.reason)
  return stepped.case
}

test('a server that restarts under load loses nothing', { timeout: 180_000 }, async () => {
  const saves = new Map<string, number>()
  const stage = await staged({
    handlers: {
      save: ({ case: { id } }) => {
        saves.set(id, (saves.get(id) ?? 0) + 1)
        return answer({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' })
      },
    },
  })
  const over = new AbortController()
  const restarts = (async () => {
    for (let count = 0; count < 5; count++) {
      await wait(700)
      await server.stop(count % 2 === 0 ? 'fast' : 'atOnce')
      await wait(400)
      await server.start()
    }
    over.abort()
  })()
  const ids: string[] = []
  const lane = async (number: number) => {
    for (let count = 0; !over.signal.aborted && count < 400; count++) {
      const pnr = `01010${String(number)}${String(count).padStart(4, '0')}`
      const order = naming(pnr)
      const { id } = caseOf(await insist(() => stage.engine.open(order)))
      ids.push(id)
      const submit = message(id, { type: 'submit' })
      await insist(() => stage.engine.send(submit))
      await wait(20)
    }
  }
  await Promise.all([restarts, ...[1, 2, 3].map(lane)])
  // An answer that came while the server was away is told when it is back, after a pause.
  for (let look = 0; look < 400; look++) {
    const { rows } = await sql`select from cases where status <> 'completed' limit 1`.execute(
      people.db,
    )
    if (rows.length === 0) break
    await wait(100)
  }
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*)::integer as count from cases group by status`.execute(people.db)
  expect(rows).toEqual([{ status: 'completed', count: ids.length }])
  expect(ids.length).toBeGreaterThan(5)
  expect([...saves.values()].filter((count) => count > 1)).toEqual([])
})

test('a key tells whether a commit came through', { timeout: 180_000 }, async () => {
  const stage = await staged({ workers: 'none' })
  const enough = 10
  let kills = 0
  const over = new AbortController()
  const killing = (async () => {
    while (!over.signal.aborted && kills <= enough) {
      const { rows } = await sql<{ killed: boolean }>`
        select pg_terminate_backend(pid) as killed from pg_stat_activity
        where application_name = 'sagsgang' and pid <> pg_backend_pid() and state <> 'idle'
        order by random() limit 1`.execute(work.db)
      kills += rows.length
      await wait(10)
    }
    over.abort()
  })()
  onTestFinished(() => over.abort())
  const lane = async (pnr: string) => {
    const order = naming(pnr)
    const { id } = caseOf(await insist(() => stage.engine.open(order)))
    let count = 0
    for (; count < 30 || (!over.signal.aborted && count < 10_000); count++) {
      const firstNames = 'abcdefghij'[count % 10] ?? ''
      const command = message(id, { type: 'fill', data: { firstNames } })
      caseOf(await insist(() => stage.engine.send(command)))
    }
    return [id, 1 + count] as const
  }
  const lanes = await Promise.all([0, 1, 2, 3, 4].map((one) => lane(`010101010${one}`)))
  await killing
  expect(kills).toBeGreaterThan(enough)
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from cases`.execute(people.db)
  expect(new Map(rows.map(({ id, version }) => [id, version]))).toEqual(new Map(lanes))
})

test('a command that met a deadlock is tried again', async () => {
  const stage = await staged({ workers: 'none' })
  const { id } = await stage.opened()
  const command = message(id, { type: 'fill', data: { firstNames: 'Asta' } })
  const { promise: holds, resolve: held } = Promise.withResolvers<void>()
  const rival = people.db
    .transaction()
    .execute(async (trx) => {
      await sql`set local deadlock_timeout = '10s'`.execute(trx)
      await sql`insert into idempotency_keys (actor, key, request_hash, created_at)
        values ('0851/caseworker', ${command.idempotencyKey}, 'x', now())`.execute(trx)
      held()
      await wait(300) // the command has its case by now, and waits for the key
      await sql`select from cases where id = ${id} for update`.execute(trx)
      throw new Error('given up')
    })
    .catch((error: unknown) => (error instanceof Error ? error.message : ''))
  await holds
  const stepped = await stage.engine.send(command)
  expect(stepped.type).toBe('stepped')
  expect(await rival).toBe('given up')
})

test('a store that takes no writes sends nothing', async () => {
  let calls = 0
  const stage = await staged({
    handlers: {
      lookUp: () => {
        calls += 1
        return answer({ type: 'lookedUp' })
      },
    },
  })
  const quiet = await staged({ workers: 'none' })
  const { id } = await quiet.opened()
  await sql`alter system set default_transaction_read_only = on`.execute(people.db)
  await sql`select pg_reload_conf()`.execute(people.db)
  await wait(300)
  const submit = message(id, { type: 'submit' })
  const error: unknown = await stage.engine.send(submit).catch((reason: unknown) => reason)
  expect([isPassing(error), calls]).toEqual([true, 0])
  expect((await stage.get(id)).version).toBe(1)
  await server.stop()
  await server.start({ default_transaction_read_only: 'off' })
  await insist(() => stage.engine.send(submit))
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(calls).toBe(1)
})
