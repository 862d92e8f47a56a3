import { createPlanner } from '../src/planning/planner.ts'
import type { RegisterPort } from '../src/register-client/register-port.ts'
import { renameFamily } from '../src/testing/renamed-family.ts'
import { actorNamed } from '../src/testing/story.ts'
import { createWorld } from '../src/testing/world.ts'
import { type Figure, percentile } from './figures.ts'

const PLANS = 300
const WARM_UP = 30
const FOLLOW_ONS = 10
const parish = 'parish'

/**
 * Milliseconds that the plan of an undo takes where the case has ten follow-ons, beside the lookups in the register that it
 * rests on, asked again by themselves.
 */
export async function measurePlanning(): Promise<Figure[]> {
  const world = await createWorld()
  const { caseId } = await renameFamily(world)
  const { deps } = world
  const asked: Orders[] = []
  const port = listening(deps.port, asked)
  const plan = () => createPlanner({ ...deps, port }).planUndo(caseId, actorNamed(parish))
  const { steps, blockers } = await plan()
  if (steps.length !== FOLLOW_ONS + 1 || blockers.length > 0) throw new Error('not the plan meant')
  const rounds = asked.splice(0)
  const bare = async () => {
    for (const [caller, orders] of rounds) await deps.port.lookUpAll(caller, orders)
  }
  const [planned = [], alone = []] = await takeTurns(plan, bare)
  await world.close()
  const lookups = rounds.reduce((sum, [, orders]) => sum + orders.length, 0)
  const ratioAt = (share: number) => percentile(planned, share) / percentile(alone, share)
  return [0.5, 0.99].flatMap((share) => [
    {
      name: `${lookups} lookups alone, p${share * 100}`,
      value: percentile(alone, share),
      unit: 'ms',
    },
    {
      name: `plan with ${FOLLOW_ONS} follow-ons, p${share * 100}`,
      value: percentile(planned, share),
      unit: 'ms',
      ratio: ratioAt(share),
    },
  ])
}

type Orders = Parameters<RegisterPort['lookUpAll']>

function listening(port: RegisterPort, asked: Orders[]): RegisterPort {
  return {
    ...port,
    lookUpAll: (...orders) => {
      asked.push(orders)
      return port.lookUpAll(...orders)
    },
  }
}

/** Turn and turn about, so that both meet the same machine. */
async function takeTurns(...runs: readonly (() => Promise<unknown>)[]): Promise<number[][]> {
  const taken = runs.map((): number[] => [])
  for (let turn = 0; turn < PLANS + WARM_UP; turn += 1)
    for (const [index, run] of runs.entries()) {
      const started = performance.now()
      await run()
      if (turn >= WARM_UP) taken[index]?.push(performance.now() - started)
    }
  return taken.map((all) => all.toSorted((one, other) => one - other))
}
