import { availableParallelism } from 'node:os'

import { expect, test } from 'vitest'

import { playInLanes } from './lanes.ts'
import { rememberedSeeds } from './remembered-seeds.ts'
import { createTally } from './tally.ts'

// So many as two processors play in about three minutes when nothing else is at work.
const seeds = 1_000
const minutes = 60_000

test('a thousand worlds break no promise', { timeout: 30 * minutes }, async () => {
  const tally = createTally()
  const lanes = Math.max(2, Math.min(4, availableParallelism()))
  await playInLanes({ lanes, from: 1, count: seeds, onRun: (run) => tally.take(run) })
  expect(tally.seeds()).toBe(seeds)
  const replays = [...tally.failed].map(
    ([seed, wrong]) => `pnpm simulate --seed ${seed}: ${wrong.join('; ')}`,
  )
  expect(replays).toEqual([])
})

test.each(rememberedSeeds)(
  'world $seed, where $was, keeps its promises',
  { timeout: 5 * minutes },
  async ({ seed: from }) => {
    const tally = createTally()
    await playInLanes({ lanes: 1, from, count: 1, onRun: (run) => tally.take(run) })
    expect([...tally.failed.values()]).toEqual([])
  },
)

test('the same seed is the same world everywhere', { timeout: 2 * minutes }, async () => {
  const fingerprints = new Map<number, Set<string>>()
  const onRun: Parameters<typeof playInLanes>[0]['onRun'] = (run) => {
    const fingerprint = run.type === 'played' ? run.fingerprint : run.error
    fingerprints.set(run.seed, (fingerprints.get(run.seed) ?? new Set()).add(fingerprint))
  }
  // Other seeds went before, on another server, and left their rows.
  await playInLanes({ lanes: 1, from: 1, count: 20, onRun })
  await playInLanes({ lanes: 1, from: 1, count: 20, direction: 'backwards', onRun })
  const twice = [...fingerprints].filter(([, { size }]) => size !== 1)
  expect(twice).toEqual([])
  expect(fingerprints.size).toBe(20)
})
