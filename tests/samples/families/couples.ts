import type { Family } from '../../src/proof/play-family.ts'
import { death } from '../events/death.ts'
import { marriageEntry } from '../events/marriage-entry.ts'
import { widowhood } from '../events/widowhood.ts'

export const couples: Family = {
  name: 'couples and death',
  samples: [marriageEntry, widowhood, death],
}
