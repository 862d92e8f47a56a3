import { municipalities } from '../geography.ts'
import { createRandom } from '../random.ts'
import type { Account, Image } from '../store.ts'
import { demoNumbers, seedDemo } from './demo.ts'
import * as families from './families.ts'
import type { Family } from './families.ts'
import * as oddities from './oddities.ts'
import * as rarities from './rarities.ts'
import { createScribe } from './scribe.ts'
import type { Settler } from './settler.ts'

export interface PopulationSize {
  /** How many people besides the demo persons. */
  readonly population: number
  readonly seed: number
}

export const defaultPopulation: PopulationSize = { population: 2000, seed: 1 }

/** Kinds of households that a town may have any number of. */
const common: readonly [Family, ...Family[]] = [
  families.singleWoman,
  families.singleMan,
  families.singleWoman,
  families.singleMan,
  families.marriedWithout,
  families.marriedWithChildren,
  families.marriedWithNewborn,
  families.unmarriedJoint,
  families.unmarriedSole,
  families.loneMother,
  families.divorced,
  families.widowed,
  oddities.foreigner,
  oddities.protectedPerson,
]

/** Enough of them in a large town that each of the rarer events finds somebody. */
const rare: readonly [Family, ...Family[]] = [
  rarities.givenNumber,
  rarities.givenNumber,
  rarities.bornAbroad,
  rarities.doubleNumber,
  rarities.changedNumber,
  rarities.annulledBirth,
  rarities.voterAbroad,
  rarities.reachedElsewhere,
  rarities.wardOfStranger,
  rarities.orphan,
  rarities.craftsman,
  oddities.guardianAndWard,
  oddities.ordered,
  oddities.missing,
  oddities.emigrant,
  oddities.noFixedAbode,
  oddities.returned,
  families.separatedCouple,
  families.partnership,
  families.endedPartnership,
  families.survivingPartner,
  families.marriedAbroad,
]

/** One household of every kind, so that the smallest population has them all. */
const everyKind: readonly Family[] = [
  ...Object.values(families).filter((family) => typeof family === 'function'),
  oddities.guardianAndWard,
  oddities.foreigner,
  oddities.noFixedAbode,
  oddities.missing,
  oddities.emigrant,
  oddities.protectedPerson,
  oddities.fullHistory,
  oddities.returned,
  oddities.ordered,
  ...Object.values(rarities),
]

const towns: readonly [string, ...string[]] = [
  '0851',
  '0851',
  '0851',
  '0101',
  '0101',
  ...municipalities.map(({ code }) => code),
]

/** Everybody there is: the demo persons, every kind of household in Aalborg and København, and more by chance. */
export function createPopulation(size: PopulationSize, today: string, account: Account): Image {
  const scribe = createScribe(demoNumbers, today)
  const random = createRandom(size.seed)
  const settle = (municipality: string): Settler => ({ scribe, random, today, municipality })
  seedDemo(scribe)
  let left = size.population
  for (const town of ['0851', '0101']) for (const family of everyKind) left -= family(settle(town))
  while (left > 0) {
    const kind = random.chance(0.2) ? rare : common
    const family = left < 5 ? families.singleWoman : random.pick(kind)
    left -= family(settle(random.pick(towns)))
  }
  return scribe.image(account)
}
