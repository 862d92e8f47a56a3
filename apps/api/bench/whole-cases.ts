import { randomUUID } from 'node:crypto'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { Pool, type ClientConfig } from 'pg'

import { agreeable, setStage } from '../src/testing/stage.ts'
import { openBenchDatabase } from './bench-database.ts'
import { type Figure, median } from './figures.ts'

const LANES = [8, 32] as const
const CASES = 1_000
const ROUNDS = 3

/** So many at a time, each lane one after the other; whole ones per second. */
type Run = (lanes: number, count: number) => Promise<number>

/**
 * Whole cases per second, from opening to completed, with a register that agrees at once; beside workflows of as many
 * steps by DBOS Transact on the same PostgreSQL, turn and turn about.
 */
export async function measureWholeCases(): Promise<Figure[]> {
  const database = await openBenchDatabase()
  const { options } = database.connected()
  const ours = await openCases(database)
  const steps = await ours.stepsOfOne()
  const theirs = await openWorkflows(options, steps)
  const figures: Figure[] = [
    { name: 'steps of a whole case that wait in the queue', value: steps, unit: 'steps' },
  ]
  for (const lanes of LANES) figures.push(...(await takeTurns(lanes, ours.run, theirs.run)))
  await theirs.close()
  await ours.close()
  await database.close()
  return figures
}

async function takeTurns(lanes: number, ours: Run, theirs: Run): Promise<Figure[]> {
  const taken: { ours: number; theirs: number }[] = []
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const other = await theirs(lanes, CASES)
    taken.push({ ours: await ours(lanes, CASES), theirs: other })
  }
  const counted = taken.slice(1)
  const other = median(counted.map(({ theirs: value }) => value))
  const own = median(counted.map(({ ours: value }) => value))
  return [
    { name: `workflows by DBOS, ${lanes} at a time`, value: other, unit: 'cases/s' },
    {
      name: `whole cases, ${lanes} at a time`,
      value: own,
      unit: 'cases/s',
      ratio: own / other,
      to: 'DBOS',
    },
  ]
}

type BenchDatabase = Awaited<ReturnType<typeof openBenchDatabase>>

async function openCases(database: BenchDatabase) {
  const awaited = new Map<string, () => void>()
  const stage = await setStage(database, {
    handlers: {
      // The last thing that a case asks for: its answer completes it.
      verify: (run) => {
        awaited.get(run.case.id)?.()
        return agreeable.verify(run)
      },
    },
  })
  let people = 0
  const one = async (): Promise<void> => {
    people += 1
    const { id } = await stage.opened(String(people).padStart(10, '0'))
    const reached = new Promise<void>((resolve) => awaited.set(id, resolve))
    await stage.send(id, 'submit')
    await reached
    awaited.delete(id)
  }
  const completed = async () => {
    const { rows } = await countCompleted(database)
    return rows
  }
  return {
    stepsOfOne: async () => {
      await one()
      await untilTrue(async () => (await completed()) === 1)
      const asked = await database.db().selectFrom('effects').select('effect_id').execute()
      return asked.length
    },
    run: async (lanes: number, count: number) => {
      const before = await completed()
      const started = performance.now()
      await inLanes(lanes, count, one)
      await untilTrue(async () => (await completed()) === before + count)
      return (count * 1000) / (performance.now() - started)
    },
    close: () => stage.stop(),
  }
}

async function countCompleted(database: BenchDatabase): Promise<{ rows: number }> {
  const row = await database
    .db()
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('status', '=', 'completed')
    .executeTakeFirstOrThrow()
  return { rows: Number(row.count) }
}

async function openWorkflows(options: ClientConfig, steps: number) {
  const server = new Pool({ ...options, max: 1 })
  await server.query('create database workflows')
  await server.end()
  const systemDatabasePool = new Pool({ ...options, database: 'workflows', max: 20 })
  systemDatabasePool.on('error', () => {}) // the server may stop before its last goodbye is read
  DBOS.setConfig({ name: 'bench', systemDatabasePool, logLevel: 'error' })
  const workflow = DBOS.registerWorkflow(
    async (pnr: string) => {
      for (let step = 0; step < steps; step += 1) {
        await DBOS.runStep(() => Promise.resolve({ type: 'answered', step, pnr }), {
          name: `step ${step}`,
        })
      }
    },
    { name: 'case' },
  )
  await DBOS.launch()
  return {
    run: async (lanes: number, count: number) => {
      const started = performance.now()
      await inLanes(lanes, count, () => workflow(randomUUID()))
      return (count * 1000) / (performance.now() - started)
    },
    close: async () => {
      await DBOS.shutdown()
      await systemDatabasePool.end().catch(() => {}) // ended by the shutdown already
    },
  }
}

async function inLanes(lanes: number, count: number, one: () => Promise<void>): Promise<void> {
  let begun = 0
  const lane = async () => {
    while (begun < count) {
      begun += 1
      await one()
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function untilTrue(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('the cases do not complete')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
