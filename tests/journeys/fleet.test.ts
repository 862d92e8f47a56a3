import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createProcedures } from '../src/api.ts'
import { runErrands } from '../src/chaos/errands.ts'
import { startFleet, type Fleet } from '../src/chaos/fleet.ts'

const held: { fleet?: Fleet } = {}
beforeAll(async () => {
  held.fleet = await startFleet({ apis: 2, workers: 3 })
})
afterAll(() => held.fleet?.stop())

function getFleet(): Fleet {
  if (held.fleet === undefined) throw new Error('the fleet is not up')
  return held.fleet
}

/** The queue remembers which process carried out what. */
async function jobsByWorker({ server }: Fleet): Promise<readonly number[]> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from effects where worker is not null group by worker',
  )
  await client.end()
  return rows.map(({ count }) => count)
}

test('two that answer and three that work share the cases', async () => {
  const fleet = getFleet()
  const { caseIds } = await runErrands(fleet, { count: 90, after: 0, seconds: 150 })
  expect(caseIds).toHaveLength(90)
  const told = (await fleet.control.applied()).map(({ keys }) => keys['PNR'])
  expect(told).toHaveLength(90)
  expect(new Set(told).size).toBe(90)
  const jobs = await jobsByWorker(fleet)
  expect(jobs).toHaveLength(3)
  expect(Math.min(...jobs)).toBeGreaterThan(20)
})

test('every process knows a person by one reference', async () => {
  const { urls, control } = getFleet()
  const [first] = await control.applied()
  const person = first?.keys['PNR'] ?? ''
  const query = { person, action: 'update.intended' }
  const rows = await Promise.all(
    urls.map((url) => createProcedures(url, 'auditor', 10_000).audit.list.query(query)),
  )
  expect(rows[0]).toHaveLength(1)
  expect(rows[1]).toEqual(rows[0])
})
