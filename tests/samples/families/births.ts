import type { Family } from '../../src/proof/play-family.ts'
import { addressingName } from '../events/addressing-name.ts'
import { birth } from '../events/birth.ts'
import { nameChange } from '../events/name-change.ts'
import { naming } from '../events/naming.ts'

export const births: Family = {
  name: 'births and names',
  samples: [birth, naming, nameChange, addressingName],
}
