import { catalogue } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { folkOf } from './folk.ts'
import { createHistories } from './histories.ts'
import type { Life, Told } from './life.ts'
import { createRandom } from './random.ts'
import { reportOne } from './reporting.ts'
import { undoOne } from './undoing.ts'

const times = 3
const patience = 150

let histories: ReturnType<typeof createHistories>
beforeAll(() => {
  histories = createHistories(400, 11)
})

test.each(catalogue.map((definition) => [definition.id, definition] as const))(
  '%s taken back leaves everybody as before',
  async (_, definition) => {
    const told: Told = { deeds: new Map(), wrong: [] }
    const undone = () => told.deeds.get('as before') ?? 0
    for (let attempt = 1; attempt <= patience && undone() < times; attempt += 1) {
      const house = histories(attempt)
      const random = createRandom(attempt)
      const life: Life = { house, random, folk: folkOf(house.register, random), told, last: null }
      const last = await reportOne(life, definition)
      if (last) await undoOne({ ...life, last }, house.world.table.card(last.caseId))
    }
    expect(told.wrong).toEqual([])
    expect(undone()).toBe(times)
  },
  60_000,
)
