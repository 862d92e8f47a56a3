import type { Family } from '../src/proof/play-family.ts'
import { addresses } from './families/addresses.ts'
import { arrivals } from './families/arrivals.ts'
import { births } from './families/births.ts'
import { couples } from './families/couples.ts'
import { guardians } from './families/guardians.ts'
import { numbers } from './families/numbers.ts'
import { parents } from './families/parents.ts'
import { standing } from './families/standing.ts'

const all: readonly Family[] = [
  births,
  parents,
  numbers,
  arrivals,
  addresses,
  couples,
  standing,
  guardians,
]

/** Every event is proven by a sample at least; those of one family are played in one register. */
export const families = all.filter(({ samples }) => samples.length > 0)
