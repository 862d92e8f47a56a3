import { randomUUID } from 'node:crypto'

import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, caseworker, openEffects, until, withStages } from '../testing/stage.ts'
import type { Handled, SendCommand } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

const fill = (caseId: string, idempotencyKey: string): SendCommand => ({
  caseId,
  message: { type: 'fill', data: { firstNames: 'Asta' } },
  actor: caseworker,
  expectedVersion: 1,
  idempotencyKey,
})

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `01010101${String(index).padStart(2, '0')}`)

test('one that may not be written keeps no other back', async () => {
  const stage = await stageWith({ workers: 'none' })
  const ids = (await Promise.all(numbered(12).map(stage.opened))).map(({ id }) => id)
  const used = randomUUID()
  const [first = '', second = '', ...rest] = ids
  await stage.engine.send(fill(first, used))
  const stepped = await Promise.all([
    stage.engine.send(fill(second, used)),
    ...rest.map((id) => stage.engine.send(fill(id, randomUUID()))),
  ])
  const refused = { type: 'refused', reason: 'idempotencyKeyReused' }
  expect(stepped).toEqual([
    refused,
    ...rest.map(() => expect.objectContaining({ type: 'stepped' })),
  ])
  expect((await stage.get(second)).version).toBe(1)
})

test('a case has its number whoever was opened beside it', async () => {
  const stage = await stageWith({ workers: 'none' })
  const opened = await Promise.all(numbered(20).map(stage.opened))
  const stored = await Promise.all(opened.map(({ id }) => stage.get(id)))
  expect(opened.map((one) => one.number)).toEqual(stored.map((one) => one.number))
  expect(new Set(stored.map((one) => one.number)).size).toBe(20)
})

test('a worker goes on with the case in its hands', async () => {
  const quiet = await stageWith({ workers: 'none' })
  const opened = await Promise.all(numbered(20).map(quiet.opened))
  await Promise.all(opened.map(({ id }) => quiet.send(id, 'submit')))
  const stages = [await stageWith({ workers: 'some' }), await stageWith({ workers: 'some' })]
  for (const { id } of opened)
    await stages[0]?.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  const { rows } = await sql<{ hands: number; attempts: number }>`
    select count(distinct worker)::integer as hands, max(attempts) as attempts from effects
    where type in ('lookUp', 'waitForTurn', 'initiate', 'validate', 'save') group by case_id`.execute(
    database.db(),
  )
  expect(rows).toEqual(opened.map(() => ({ hands: 1, attempts: 1 })))
})

test('who stops takes nothing on', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  const stage = await stageWith({ handlers: { lookUp: () => held } })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await until(
    () => openEffects(database, id),
    ([effect]) => effect?.attempts === 1,
  )
  const stopped = stage.engine.stop()
  letGo(await answer({ type: 'lookedUp' }))
  await stopped
  expect(await openEffects(database, id)).toMatchObject([{ type: 'waitForTurn', attempts: 0 }])
})
