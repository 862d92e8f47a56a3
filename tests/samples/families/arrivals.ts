import type { Family } from '../../src/proof/play-family.ts'

export const arrivals: Family = {
  name: 'arrival, departure and absence',
  samples: [],
}
