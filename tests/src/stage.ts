import { beforeAll } from 'vitest'

import { useProduct, type World } from './journey.ts'
import { createFind, type Find } from './proof/cast.ts'
import { takeCensus, type Census } from './proof/census.ts'
import type { Day } from './proof/sample.ts'

interface Stage extends World {
  readonly census: Census
  readonly find: Find
  readonly day: Day
}

/** A product for the tests of a file in which everybody is known; read it inside tests only. */
export function useStage(): () => Stage {
  const journey = useProduct()
  const held: { stage?: Stage } = {}
  beforeAll(async () => {
    const { world } = journey
    const census = await takeCensus(world.control)
    held.stage = { ...world, census, find: createFind(census), day: census.day }
  })
  return () => {
    if (held.stage === undefined) throw new Error('nobody was counted')
    return held.stage
  }
}
