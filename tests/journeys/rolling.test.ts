import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { runErrands } from '../src/chaos/errands.ts'
import { startFleet, type Fleet } from '../src/chaos/fleet.ts'

/** Processes of this version and of the next share one store, while one after the other is replaced. */

const held: { fleet?: Fleet } = {}
beforeAll(async () => {
  held.fleet = await startFleet({ apis: 1, workers: 1 })
})
afterAll(() => held.fleet?.stop())

const words = ['--import', join(import.meta.dirname, '../src/next-version.ts')]
const each = 40
const seconds = 120

/** How many cases the machines of each version wrote last, the oldest first. */
async function casesByVersion({ server }: Fleet): Promise<readonly number[]> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from cases group by machine_version order by machine_version',
  )
  await client.end()
  return rows.map(({ count }) => count)
}

test('a store goes from one version to the next under load', async () => {
  const { fleet } = held
  if (fleet === undefined) throw new Error('the fleet is not up')
  const { control } = fleet
  const before = runErrands(fleet, { count: each, after: 0, seconds })
  const worker = await fleet.add({ kind: 'worker', name: 'next-worker', words })
  const api = await fleet.add({ kind: 'api', name: 'next-api', words })
  await before
  const both = { control, urls: [...fleet.urls, api.url] }
  const meanwhile = runErrands(both, { count: each, after: each, seconds })
  await fleet.workers[0]?.stop()
  await meanwhile
  await fleet.apis[0]?.stop()
  await runErrands({ control, urls: [api.url] }, { count: each, after: 2 * each, seconds })

  const told = (await control.applied()).map(({ keys }) => keys['PNR'])
  expect(told).toHaveLength(3 * each)
  expect(new Set(told).size).toBe(3 * each)
  const [older = 0, newer = 0, ...others] = await casesByVersion(fleet)
  expect(older).toBeGreaterThan(0)
  expect(newer).toBeGreaterThanOrEqual(each)
  expect([older + newer, others]).toEqual([3 * each, []])
  const falls = [...fleet.members, worker.member, api.member].flatMap((one) => one.falls)
  expect(falls).toEqual([])
})
