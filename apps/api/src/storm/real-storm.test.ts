import { beforeAll, describe, expect, test } from 'vitest'

import { withWorld } from '../testing/world.ts'
import { strays } from './aftermath.ts'
import type { House } from './house.ts'
import { realHouse } from './real-house.ts'
import { blow, calm } from './storm.ts'

const storm = { cases: 350, seed: 54, atOnce: 25 }

const world = withWorld()

let house: House
beforeAll(async () => {
  house = realHouse(world())
  await world().put('faults', { seed: 1, loseRequest: 0.01, loseReply: 0.03 })
  await blow(house, storm)
  await calm(house, storm.seed)
}, 300_000)

describe('hundreds of random cases through the engine itself', () => {
  test('every chain of everybody is whole', async () => {
    expect((await house.cases()).length).toBeGreaterThan(storm.cases)
    expect(house.register.breaches().map(({ says }) => says)).toEqual([])
  })

  test('every case is over or waits for somebody named', async () => {
    expect([...new Set(strays(await house.cases()))]).toEqual([])
  })

  test('no report of a case was registered twice', async () => {
    const applied = new Set(house.register.store.applied().map(({ dialogue }) => dialogue))
    const sent = await world().deps.db.selectFrom('submissions').selectAll().execute()
    const registered = sent.filter(({ dialogue }) => applied.has(dialogue))
    const reports = registered.map(({ case_id, report }) => `${case_id}/${report}`)
    expect(new Set(reports).size).toBe(reports.length)
    expect(reports).toHaveLength(applied.size)
  })
})
