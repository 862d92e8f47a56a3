import { randomUUID } from 'node:crypto'

import { machineVersion, statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { createClock } from '../clock.ts'
import { withDatabase } from '../testing/database.ts'
import { answer, caseworker, type Stage, until, withStages } from '../testing/stage.ts'
import { claimEffects, type Claiming } from './claim-effects.ts'

const database = withDatabase()
const stageWith = withStages(database)

async function submitted({ engine, send }: Stage, event: string, pnr: string): Promise<string> {
  const data = { personnummer: pnr, authority: '0851' }
  const order = { event, data, purpose: 'anmeldt navn til barnet', actor: caseworker }
  const stepped = await engine.open({ ...order, idempotencyKey: randomUUID() })
  if (stepped.type === 'refused') throw new Error(stepped.reason)
  await send(stepped.case.id, 'submit')
  return stepped.case.id
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `01010101${String(index).padStart(2, '0')}`)

test('no event holds more than half of the places', async () => {
  const gate = Promise.withResolvers<void>()
  let under = 0
  let most = 0
  const stage = await stageWith({
    handlers: {
      lookUp: async ({ case: { event } }) => {
        if (event !== 'naming') return answer({ type: 'lookedUp' })
        under += 1
        most = Math.max(most, under)
        await gate.promise
        under -= 1
        return answer({ type: 'lookedUp' })
      },
    },
  })
  const crowd: string[] = []
  for (const pnr of numbered(40)) crowd.push(await submitted(stage, 'naming', pnr))
  await until(
    async () => under,
    (count) => count === 16,
  )
  const other = await submitted(stage, 'addressing-name', '0202020202')
  await stage.until(other, ({ snapshot }) => statusOf(snapshot) === 'completed')
  gate.resolve()
  for (const id of crowd)
    await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(most).toBe(16)
})

/** So many effects of one case, without a worker that would take them. */
async function queue(count: number, order: { class: string; event: string; due: string }) {
  await database
    .db()
    .transaction()
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`
        insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, due_at, created_at)
        select id, ${order.class} || ${order.event} || n, '0851', ${order.event}, 'lookUp', ${order.class}, '{}', 'real',
          now() + ${order.due}::interval + n * interval '1 microsecond', now()
        from cases, generate_series(1, ${count}::integer) n`.execute(trx)
    })
}

const claiming: Claiming = {
  worker: 'x',
  clock: createClock(() => 0),
  classes: ['lookup', 'update', 'timer', 'internal'],
  limit: 4,
  full: [],
  deadBefore: null,
  version: machineVersion,
}

async function medianOf(order: Claiming): Promise<{ milliseconds: number; claimed: number }> {
  const taken: number[] = []
  let claimed = 0
  for (let round = 0; round < 40; round++) {
    const started = performance.now()
    claimed += (await claimEffects(database.db(), order)).length
    taken.push(performance.now() - started)
  }
  return { milliseconds: taken.toSorted((one, other) => one - other)[20] ?? 0, claimed }
}

test('a claim costs the same however long the line', async () => {
  const stage = await stageWith({ workers: 'none' })
  await stage.opened()
  await queue(100_000, { class: 'lookup', event: 'move', due: '-1 hour' })
  await queue(200, { class: 'lookup', event: 'naming', due: '-1 minute' })
  await queue(200_000, { class: 'timer', event: 'naming', due: '1 year' })
  await sql`analyze effects`.execute(database.db())
  const oldest = await medianOf(claiming)
  const beside = await medianOf({ ...claiming, full: ['move'] })
  const home = await medianOf({ ...claiming, classes: ['timer', 'internal'] })
  // To read the whole line takes a hundred milliseconds and more.
  expect(Math.max(oldest.milliseconds, beside.milliseconds, home.milliseconds)).toBeLessThan(40)
  expect([oldest.claimed, beside.claimed, home.claimed]).toEqual([160, 160, 0])
  const { rows } = await sql<{ event: string; count: number }>`
    select event, count(*)::integer as count from effects where worker = 'x' group by event order by event`.execute(
    database.db(),
  )
  expect(rows).toEqual([
    { event: 'move', count: 160 },
    { event: 'naming', count: 160 },
  ])
}, 180_000)
