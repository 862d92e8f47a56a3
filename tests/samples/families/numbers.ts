import type { Family } from '../../src/proof/play-family.ts'

export const numbers: Family = {
  name: 'numbers',
  samples: [],
}
