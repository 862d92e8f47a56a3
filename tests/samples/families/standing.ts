import type { Family } from '../../src/proof/play-family.ts'

export const standing: Family = {
  name: 'church, citizenship, protection and notes',
  samples: [],
}
