import { causeOf, statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { realTimers } from '../edges.ts'
import { withDatabase } from '../testing/database.ts'
import { answer, openEffects, until, withStages } from '../testing/stage.ts'
import type { Handled } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** What the database does to a worker that has not been heard of for too long. */
const forget = () =>
  sql`update effects set lease_until = '-infinity' where lease_until is not null`.execute(
    database.db(),
  )

const renewedBefore = (seconds: number) =>
  sql`update effects set lease_until = now() + (120 - ${seconds}::integer) * interval '1 second'
      where lease_until is not null`.execute(database.db())

test('a worker that lost its lease writes nothing', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  let calls = 0
  const slow = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        return calls === 1 ? held : answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await slow.opened()
  await slow.send(id, 'submit')
  await until(
    async () => calls,
    (seen) => seen === 1,
  )
  await forget()
  slow.engine.wake()
  const done = await slow.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  letGo({ type: 'answer', answer: { type: 'failed', reason: 'tooLate' } })
  await slow.stop()
  expect(calls).toBe(2)
  expect((await slow.get(id)).version).toBe(done.version)
})

test('a process that takes over goes on at once', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  const first = await stageWith({ handlers: { lookUp: () => held } })
  const { id } = await first.opened()
  await first.send(id, 'submit')
  await until(
    () => openEffects(database, id),
    ([effect]) => effect?.attempts === 1,
  )
  const second = await stageWith({})
  await second.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  letGo({ type: 'answer', answer: { type: 'failed', reason: 'tooLate' } })
})

test('a worker that stopped renewing is taken for dead', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  let calls = 0
  const stage = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        return calls === 1 ? held : answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await until(
    async () => calls,
    (seen) => seen === 1,
  )
  await renewedBefore(20)
  stage.engine.wake()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(calls).toBe(1)
  await renewedBefore(31)
  stage.engine.wake()
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  letGo({ type: 'answer', answer: { type: 'failed', reason: 'tooLate' } })
})

test('nothing is given up because the disk was full', async () => {
  const stage = await stageWith({ workers: 'none' })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  // Tried as often as may be; and what becomes of it cannot be written.
  await sql`update effects set attempts = 8, last_failure = 'unreachable' where case_id = ${id}`.execute(
    database.db(),
  )
  await sql`create function fill_disk() returns trigger language plpgsql as
    $$ begin raise 'no space left' using errcode = '53100'; end $$`.execute(database.db())
  await sql`create trigger full_disk before insert on journal for each row execute function fill_disk()`.execute(
    database.db(),
  )
  const timers = { ...realTimers, wait: () => Promise.resolve() }
  const worker = await stageWith({ engine: { timers } })
  const isPutOff = async () => {
    const { rows } = await sql`select from effects where due_at > now()`.execute(database.db())
    return rows.length === 1
  }
  await until(isPutOff, (isSo) => isSo)
  await sql`drop function fill_disk cascade`.execute(database.db())
  await sql`update effects set due_at = now() where case_id = ${id}`.execute(database.db())
  const { snapshot } = await worker.until(id, (stored) => statusOf(stored.snapshot) === 'stuck')
  expect(causeOf(snapshot)?.word).toContain('unreachable')
})
