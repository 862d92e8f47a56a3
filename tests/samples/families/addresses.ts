import type { Family } from '../../src/proof/play-family.ts'
import { move } from '../events/move.ts'

export const addresses: Family = {
  name: 'addresses',
  samples: [move],
}
