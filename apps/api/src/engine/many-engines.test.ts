import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { createJournalFeed } from '../procedures/journal-feed.ts'
import { withDatabase } from '../testing/database.ts'
import { answer, caseworker, type Stage, until, withStages } from '../testing/stage.ts'
import { createHints } from './hints.ts'
import type { EffectHandlers } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** Engines that know of each other by the store alone: two take orders in, three work. */
async function startNodes(handlers: (node: number) => Partial<EffectHandlers>) {
  const apis = [await stageWith({ workers: 'none' }), await stageWith({ workers: 'none' })]
  const workers: Stage[] = []
  for (let node = 0; node < 3; node++)
    workers.push(await stageWith({ workers: 'some', handlers: handlers(node) }))
  return { apis, workers }
}

const pnrOf = (index: number) => `01010101${String(index).padStart(2, '0')}`

const allCompleted = async () => {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from cases where status <> 'completed'`.execute(database.db())
  return rows[0]?.open === 0
}

test('three workers share the cases of two desks', { timeout: 60_000 }, async () => {
  const saves = new Map<string, number>()
  const shares = [0, 0, 0]
  const { apis } = await startNodes((node) => ({
    save: async ({ case: { id } }) => {
      saves.set(id, (saves.get(id) ?? 0) + 1)
      shares[node] = (shares[node] ?? 0) + 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      return answer({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' })
    },
  }))
  const ids = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const desk = apis[index % 2]
      if (!desk) throw new Error('no desk')
      const { id } = await desk.opened(pnrOf(index))
      await desk.send(id, 'submit')
      return id
    }),
  )
  await until(allCompleted, Boolean)
  expect(ids.map((id) => saves.get(id))).toEqual(ids.map(() => 1))
  expect(Math.min(...shares)).toBeGreaterThan(0)
  const { rows } = await sql<{ again: number }>`
    select count(*)::integer as again from effects where attempts > 1`.execute(database.db())
  expect(rows).toEqual([{ again: 0 }])
})

test('one desk at a time acts on a command', async () => {
  const { apis } = await startNodes(() => ({}))
  const [here, there] = apis
  if (!here || !there) throw new Error('no desks')
  const { id, version } = await here.opened()
  const fill = (stage: Stage, firstNames: string, idempotencyKey: string) =>
    stage.engine.send({
      caseId: id,
      message: { type: 'fill', data: { firstNames } },
      actor: caseworker,
      expectedVersion: version,
      idempotencyKey,
    })
  const key = randomUUID()
  const same = await Promise.all([fill(here, 'Asta', key), fill(there, 'Asta', key)])
  expect(same.map(({ type }) => type).toSorted()).toEqual(['repeated', 'stepped'])
  const other = await fill(there, 'Ida', randomUUID())
  expect(other).toMatchObject({ type: 'refused', reason: 'versionConflict' })
})

test('one process hears what another one committed', async () => {
  const { apis } = await startNodes(() => ({}))
  const options = database.connected().options
  const hints = createHints(database.db(), options)
  const feed = createJournalFeed(database.db(), hints)
  const stopped = new AbortController()
  const heard: string[] = []
  const from = await feed.last()
  const following = (async () => {
    for await (const { changes } of feed.from(from, stopped.signal))
      heard.push(...changes.map(({ caseId }) => caseId))
  })()
  const opened = await apis[0]?.opened()
  await until(
    async () => heard,
    (cases) => cases.includes(opened?.id ?? ''),
  )
  stopped.abort()
  feed.stop()
  await following
  await hints.close()
})
