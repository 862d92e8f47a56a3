import { randomUUID } from 'node:crypto'

import { type Engine, type StoredCase } from '../src/engine/ports.ts'
import { caseworker, setStage } from '../src/testing/stage.ts'
import { openBareLoop } from './bare-loop.ts'
import { openBenchDatabase } from './bench-database.ts'
import { type Figure, perSecondAtOnce } from './figures.ts'

const LANES = [1, 8, 32] as const
const ROUNDS = 3

/** Commands taken in and committed per second, beside the same statements without an engine around them, turn and turn about. */
export async function measureSteps(): Promise<Figure[]> {
  const database = await openBenchDatabase()
  const stage = await setStage(database, { workers: 'none' })
  const cases = await openCases(() => stage.opened())
  const bare = await openBareLoop(database.connected().options, cases)
  const figures: Figure[] = []
  for (const lanes of LANES) {
    const { engine, alone } = await takeTurns(lanes, stage.engine, { cases, bare: bare.run })
    figures.push({ name: `bare loop, ${lanes} at a time`, value: alone, unit: 'steps/s' })
    figures.push({
      name: `engine, ${lanes} at a time`,
      value: engine,
      unit: 'steps/s',
      ratio: engine / alone,
    })
  }
  await bare.close()
  await stage.stop()
  await database.close()
  return figures
}

interface Sides {
  readonly cases: readonly StoredCase[]
  readonly bare: (lane: number) => Promise<void>
}

async function takeTurns(lanes: number, engine: Engine, { cases, bare }: Sides) {
  const send = (lane: number) => sendFill(engine, cases[lane])
  const taken: { engine: number; alone: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = await perSecondAtOnce(lanes, bare)
    taken.push({ engine: await perSecondAtOnce(lanes, send), alone })
  }
  return {
    engine: median(taken.map((turn) => turn.engine)),
    alone: median(taken.map((turn) => turn.alone)),
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function openCases(open: () => Promise<StoredCase>): Promise<StoredCase[]> {
  const opened: StoredCase[] = []
  for (let lane = 0; lane < Math.max(...LANES); lane += 1) opened.push(await open())
  return opened
}

/** A caseworker's most frequent command, with its key and its audit row. */
async function sendFill(engine: Engine, stored: StoredCase | undefined): Promise<void> {
  if (stored === undefined) throw new Error('a lane without a case')
  const stepped = await engine.send({
    caseId: stored.id,
    message: { type: 'fill', data: { firstNames: randomUUID().slice(0, 8) } },
    actor: caseworker,
    expectedVersion: null,
    idempotencyKey: randomUUID(),
  })
  if (stepped.type !== 'stepped') throw new Error(`a fill was ${stepped.type}`)
}
