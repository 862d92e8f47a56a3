import { afterAll, beforeAll, expect, test } from 'vitest'

import { simulate } from './simulate.ts'
import { openStage, type Stage } from './stage.ts'
import { type Spoilt, twins } from './twins.ts'
import { watchInvariants } from './watch.ts'

/** Whoever watches would notice: each rule of safety is removed in turn, and what it guards against happens. */

const mostSeeds = 300
const minutes = 60_000

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, minutes)
afterAll(() => stage.close())

interface Played {
  readonly broken: readonly string[]
  /** One that is as whole as the product proves nothing. */
  readonly isSpoilt: boolean
}

async function play({ rule, spoil, plan }: Spoilt, seed: number): Promise<Played> {
  let shown = 0
  const { sql = [], ...wrappers } = spoil(() => void (shown += 1))
  const twin = { name: rule, sql, ...wrappers }
  try {
    const run = await simulate({ seed, stage, plan, twin, watch: watchInvariants() })
    return { broken: run.violations.map(({ id }) => id), isSpoilt: shown > 0 || sql.length > 0 }
  } catch (error) {
    const isUnmatched = error instanceof Error && error.message.startsWith('no statement held')
    if (!isUnmatched) throw error
    return { broken: [], isSpoilt: false }
  }
}

/** The first seed on which the twin breaks what it must break. */
async function catchTwin(spoilt: Spoilt): Promise<number | null> {
  for (let seed = 1; seed <= mostSeeds; seed += 1) {
    const { broken, isSpoilt } = await play(spoilt, seed)
    if (isSpoilt && broken.some((id) => spoilt.breaks.some((meant) => meant === id))) return seed
  }
  return null
}

test.each(twins.map((spoilt) => [spoilt.rule, spoilt] as const))(
  'it is noticed when not %s',
  { timeout: 10 * minutes },
  async (_, spoilt) => {
    const seed = await catchTwin(spoilt)
    if (seed === null) throw new Error(`nobody noticed within ${mostSeeds} seeds`)
    const { plan } = spoilt
    const whole = await simulate({ seed, stage, plan, watch: watchInvariants() })
    expect(whole.violations).toEqual([])
  },
)
