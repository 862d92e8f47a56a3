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

const seeds = [9, 15, 16, 32]

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

test.each(seeds)(
  'no late copy of a refused save counts in world %i',
  { timeout: minutes },
  async (seed) => {
    expect(await broken(seed)).toEqual([])
  },
)

test('an open conversation is noticed', { timeout: minutes }, async () => {
  const noticed: string[] = []
  for (const seed of seeds) noticed.push(...(await broken(seed, leavesOpen)))
  expect(noticed.some((one) => one.startsWith('I1 report 0 was applied 2 times'))).toBe(true)
})
