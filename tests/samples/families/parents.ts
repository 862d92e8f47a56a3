import type { Family } from '../../src/proof/play-family.ts'
import { paternity } from '../events/paternity.ts'

export const parents: Family = {
  name: 'parents and children',
  samples: [paternity],
}
