import type { Family } from '../../src/proof/play-family.ts'

export const guardians: Family = {
  name: 'guardians',
  samples: [],
}
