import { randomUUID } from 'node:crypto'

import { emptyView } from '@sagsgang/events'
import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'

import type { Database } from '../database/schema.ts'
import { findCase } from '../engine/case-row.ts'
import { createStoreGuard } from '../submission-log/store-guard.ts'
import { abbreviate } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { callerOf, groundOf } from './case-facts.ts'
import { clearToLeave, type Ready } from './commit-intent.ts'
import type { EffectDeps } from './deps.ts'
import { submissionsOf } from './submissions.ts'

const world = withWorld()
const FENCE = 1_000_000n

/** A save that this worker holds the lease of, with everything that is settled before it leaves. */
async function aReadySave(): Promise<Ready> {
  const { deps } = world()
  const caseId = await abbreviate(world(), '1306814180')
  const stored = await findCase(deps.db, caseId)
  if (!stored) throw new Error('no case')
  const effect = { id: '9/0', type: 'save', payload: { report: 0, attempt: 0 } } as const
  await sql`
    insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, due_at, created_at,
      lease_until, worker, fence, attempts)
    values (${caseId}, '9/0', '0851', 'addressing-name', 'save', 'update', ${JSON.stringify(effect)}::jsonb,
      'real', now(), now(), now() + interval '120 seconds', 'somebody', ${FENCE}, 1)`.execute(
    deps.db,
  )
  const run = { case: stored, effect, fence: FENCE, attempts: 0 }
  const dialogue = {
    service: 'ADRNVN-I',
    keys: { PNR: '1306814180' },
    authority: '0851',
    timestamp: '20261123101500000001',
  }
  const prepared = { dialogue, bytes: new Uint8Array(), hash: 'ab' }
  const ground = groundOf(stored, emptyView, deps.clock)
  const caller = callerOf(run)
  return { run, ground, caller, prepared, entriesBefore: [], id: randomUUID() }
}

const statesOf = async ({ run }: Ready) =>
  (await submissionsOf(world().deps.db, run.case.id)).map(({ state }) => state)

const linesOf = async ({ id }: Ready) =>
  (await world().deps.submissionLog.read())
    .filter((line) => line.id === id)
    .map(({ state }) => state)

const endLease = ({ run }: Ready) =>
  sql`update effects set state = 'done', lease_until = null where case_id = ${run.case.id}`.execute(
    world().deps.db,
  )

/** What the store says to each statement, as a network would have it. */
async function storeThat(
  meets: (text: string, run: () => Promise<unknown>) => Promise<unknown>,
): Promise<{ readonly db: Kysely<Database>; readonly end: () => Promise<void> }> {
  const { rows } = await sql<{ sockets: string }>`
    select current_setting('unix_socket_directories') as sockets`.execute(world().deps.db)
  const client = new Client({ host: rows[0]?.sockets, user: 'sagsgang', database: 'postgres' })
  await client.connect()
  const query = (text: string, values: readonly unknown[]) =>
    meets(text, () => client.query({ text, values: [...values] }))
  const one: PostgresPoolClient = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {},
  }
  const pool = { options: {}, connect: () => Promise.resolve(one), end: () => client.end() }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, end: () => db.destroy() }
}

const clear = (ready: Ready, other: Partial<EffectDeps> = {}) =>
  clearToLeave({ ...world().deps, ...other }, ready)

test('a save leaves once store and log know of it', async () => {
  const ready = await aReadySave()
  expect(await clear(ready)).toMatchObject({ type: 'clear', intent: { id: ready.id } })
  expect([await statesOf(ready), await linesOf(ready)]).toEqual([['sending'], ['sending']])
  await endLease(ready)
})

test('what the log cannot hold does not leave', async () => {
  const ready = await aReadySave()
  const { submissionLog } = world().deps
  const full = { ...submissionLog, write: () => Promise.reject(new Error('ENOSPC')) }
  expect(await clear(ready, { submissionLog: full })).toEqual({
    type: 'unsent',
    reason: 'submissionLog',
    isWritten: true,
  })
  expect(await linesOf(ready)).toEqual([])
  await endLease(ready)
})

test('whoever lost the lease while the log was written sends nothing', async () => {
  const ready = await aReadySave()
  const { submissionLog, db } = world().deps
  const slow = {
    ...submissionLog,
    write: async (line: Parameters<typeof submissionLog.write>[0]) => {
      await submissionLog.write(line)
      await sql`update effects set fence = fence + 1 where case_id = ${ready.run.case.id}`.execute(
        db,
      )
    },
  }
  expect(await clear(ready, { submissionLog: slow })).toMatchObject({ reason: 'leaseLost' })
  expect(await linesOf(ready)).toEqual(['sending', 'unsent'])
  await endLease(ready)
})

test('a lease shorter than the call sends nothing', async () => {
  const ready = await aReadySave()
  const { db } = world().deps
  await sql`update effects set lease_until = now() + interval '30 seconds'
    where case_id = ${ready.run.case.id}`.execute(db)
  expect(await clear(ready)).toEqual({ type: 'sentBefore' })
  expect([await statesOf(ready), await linesOf(ready)]).toEqual([[], []])
  await endLease(ready)
})

test('a store that changes meanwhile is compared before anything leaves', async () => {
  const ready = await aReadySave()
  const { db, submissionLog, auditor, clock } = world().deps
  const seen = { identity: 'first', compared: 0 }
  const storeGuard = createStoreGuard({
    db,
    submissionLog,
    auditor,
    clock,
    onCompared: () => void (seen.compared += 1),
    readIdentity: () => Promise.resolve(seen.identity),
  })
  const failingOver = {
    ...submissionLog,
    write: async (line: Parameters<typeof submissionLog.write>[0]) => {
      await submissionLog.write(line)
      seen.identity = 'second'
    },
  }
  const held = await clear(ready, { storeGuard, submissionLog: failingOver })
  expect(held).toMatchObject({ type: 'unsent', reason: 'storeChanged', isWritten: true })
  expect(seen.compared).toBe(1)
  await storeGuard.look()
  expect([seen.compared, await storeGuard.isCompared(db)]).toEqual([2, true])
  await endLease(ready)
})

test('a commit that went unanswered is read back and goes on', async () => {
  const ready = await aReadySave()
  const store = await storeThat(async (text, run) => {
    const done = await run()
    if (text === 'commit') throw new Error('connection terminated')
    return done
  })
  expect(await clear(ready, { db: store.db })).toMatchObject({ type: 'clear' })
  expect(await statesOf(ready)).toEqual(['sending'])
  await store.end()
  await endLease(ready)
})

test('a commit that never came sends nothing', async () => {
  const ready = await aReadySave()
  const store = await storeThat(async (text, run) => {
    if (text !== 'commit') return run()
    throw new Error('connection terminated')
  })
  expect(await clear(ready, { db: store.db })).toMatchObject({ type: 'unsent', reason: 'store' })
  await store.end()
  expect([await statesOf(ready), await linesOf(ready)]).toEqual([[], []])
  await endLease(ready)
})
