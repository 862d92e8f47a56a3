import { createBareRegisters } from '@sagsgang/register'
import type { BareRegister } from '@sagsgang/register'

import { lots } from './deeds.ts'
import { folkOf } from './folk.ts'
import { worldOf } from './life.ts'
import type { Life, Told } from './life.ts'
import { createRandom } from './random.ts'
import { report } from './reporting.ts'
import type { World } from './rows-foretold.ts'
import { furnish, steadyTime } from './table-house.ts'
import type { TableHouse } from './table-house.ts'

/** Short lives of a few people, each with a register of its own: reported, taken back, put right, and taken back again. */

/** A house for every history; each begins with the same people. */
export function createHistories(population: number, seed: number): (index: number) => TableHouse {
  let now = steadyTime()
  const next = createBareRegisters({ population, seed, now: () => now() })
  return (index) => {
    now = steadyTime()
    return furnish(next(), now, { seed: index, silence: 0, onSaved: () => {} })
  }
}

/** What went otherwise than it was said to is told with its place. */
export async function live(house: TableHouse, index: number, told: Told): Promise<void> {
  const random = createRandom(index)
  const folk = folkOf(house.register, random)
  const deeds = 3 + random.below(4)
  let last: Life['last'] = null
  for (let deed = 0; deed < deeds; deed += 1) {
    const own: Told = { deeds: told.deeds, wrong: [] }
    const before = worldOf(house)
    const next = deed === 0 ? report : (random.pick(lots) ?? report)
    last = await next({ house, random, folk, told: own, last })
    own.wrong.push(...breachesIn(house.register, before))
    told.wrong.push(...own.wrong.map((says) => `history ${index}, deed ${deed + 1}: ${says}`))
  }
}

function breachesIn(register: BareRegister, before: World): readonly string[] {
  const touched = [...register.store.all()].filter((person) => before.get(person.pnr) !== person)
  return register.breaches(touched.map(({ pnr }) => pnr)).map(({ says }) => says)
}
