import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

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
