import { randomUUID } from 'node:crypto'

import { type Engine, type StoredCase } from '../src/engine/ports.ts'
import { caseworker, setStage } from '../src/testing/stage.ts'
import { makeBareTables, openBareLoop, payloadOf } from './bare-loop.ts'
import { openBenchDatabase } from './bench-database.ts'
import { type Figure, median, perSecondAtOnce } from './figures.ts'
import { openSqlLimit } from './sql-limit.ts'

const LANES = [1, 8, 32] as const
const ROUNDS = 3
const SECONDS = 3

/**
 * Commands taken in and committed per second, beside the same statements by pgbench, which no engine can pass, and by the
 * driver alone: turn and turn about.
 */
export async function measureSteps(): Promise<Figure[]> {
  const database = await openBenchDatabase()
  const stage = await setStage(database, { workers: 'none' })
  const cases = await openCases(() => stage.opened())
  const { options } = database.connected()
  await makeBareTables(options)
  const [first] = cases
  if (first === undefined) throw new Error('no case was opened')
  const bare = openBareLoop(options, payloadOf(first))
  const limit = await openSqlLimit(options, payloadOf(first))
  const figures: Figure[] = []
  for (const lanes of LANES) {
    const turns: Readonly<Record<string, () => Promise<number>>> = {
      pgbench: () => limit.perSecond(lanes, SECONDS),
      driver: () => perSecondAtOnce(lanes, bare.run, SECONDS * 1000),
      engine: () => perSecondAtOnce(lanes, sending(stage.engine, cases), SECONDS * 1000),
    }
    figures.push(...(await takeTurns(lanes, turns)))
  }
  await limit.close()
  await bare.close()
  await stage.stop()
  await database.close()
  return figures
}

async function takeTurns(
  lanes: number,
  turns: Readonly<Record<string, () => Promise<number>>>,
): Promise<Figure[]> {
  const taken = new Map(Object.keys(turns).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, turn] of Object.entries(turns)) taken.get(name)?.push(await turn())
  const bare = median(taken.get('pgbench') ?? [])
  return [...taken].map(([name, values]) => ({
    name: `steps by ${name}, ${lanes} at a time`,
    value: median(values),
    unit: 'steps/s',
    ratio: median(values) / bare,
  }))
}

async function openCases(open: () => Promise<StoredCase>): Promise<StoredCase[]> {
  const opened: StoredCase[] = []
  for (let lane = 0; lane < Math.max(...LANES); lane += 1) opened.push(await open())
  return opened
}

/** As the page sends it: a field saved on leaving it. */
function sending(engine: Engine, cases: readonly StoredCase[]) {
  return async (lane: number): Promise<void> => {
    const caseId = cases[lane]?.id
    if (caseId === undefined) throw new Error('a lane without a case')
    const stepped = await engine.send({
      caseId,
      message: { type: 'fill', data: { firstNames: randomUUID().slice(0, 8) } },
      actor: caseworker,
      expectedVersion: null,
      idempotencyKey: randomUUID(),
    })
    if (stepped.type !== 'stepped') throw new Error(`a step was ${stepped.type}`)
  }
}
