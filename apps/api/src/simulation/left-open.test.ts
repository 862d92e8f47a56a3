import { afterAll, beforeAll, expect, test } from 'vitest'

import { calm, type Plan } from './plan.ts'
import type { Twin } from './run.ts'
import { simulate } from './simulate.ts'
import { openStage } from './stage.ts'
import { watchInvariants } from './watch.ts'

const minutes = 60_000

/** The register hears nearly every save twice, the second time up to ten minutes late, and refuses some of them in between. */
const heardTwice: Partial<Plan> = {
  ...calm,
  events: ['name-change'],
  cases: 2,
  stormMs: 10 * minutes,
  others: 0.9,
  wire: { ...calm.wire, save: { duplicated: 0.9 } },
}

const leavesOpen: Twin = {
  name: 'leaves a refused conversation open',
  effectDeps: (deps) => ({
    ...deps,
    port: { ...deps.port, abort: async () => ({ type: 'ended' }) },
  }),
}

const mostSeeds = 200

let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage()
}, minutes)

afterAll(() => stage.close())

const broken = async (seed: number, twin?: Twin) => {
  const watch = watchInvariants()
  const run = await simulate({ seed, stage, plan: heardTwice, watch, ...(twin && { twin }) })
  return run.violations.map(({ id, says }) => `${id} ${says}`)
}

/** The first world in which an open conversation costs something. */
async function findNoticed(): Promise<number> {
  for (let seed = 1; seed <= mostSeeds; seed += 1) {
    const noticed = await broken(seed, leavesOpen)
    if (noticed.some((one) => one.startsWith('I1 report 0 was applied 2 times'))) return seed
  }
  throw new Error(`nobody noticed within ${mostSeeds} seeds`)
}

test('no late copy of a refused save counts', { timeout: 5 * minutes }, async () => {
  const seed = await findNoticed()
  expect(await broken(seed)).toEqual([])
})
