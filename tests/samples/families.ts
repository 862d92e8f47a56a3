import type { Family } from '../src/proof/play-family.ts'
import { addressingName } from './events/addressing-name.ts'
import { birth } from './events/birth.ts'
import { death } from './events/death.ts'
import { marriageEntry } from './events/marriage-entry.ts'
import { move } from './events/move.ts'
import { nameChange } from './events/name-change.ts'
import { naming } from './events/naming.ts'
import { paternity } from './events/paternity.ts'
import { widowhood } from './events/widowhood.ts'

/** Every event is proven by a sample at least; those of one family are played in one register. */
export const families: readonly Family[] = [
  { name: 'birth and name', samples: [birth, naming, paternity, nameChange, addressingName] },
  { name: 'couples and death', samples: [marriageEntry, widowhood, death] },
  { name: 'residence', samples: [move] },
]
