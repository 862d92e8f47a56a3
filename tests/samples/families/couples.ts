import type { Family } from '../../src/proof/play-family.ts'
import { death } from '../events/death.ts'
import { divorce } from '../events/divorce.ts'
import { marriageAnnulment } from '../events/marriage-annulment.ts'
import { marriageEntry } from '../events/marriage-entry.ts'
import { partnershipAnnulment, partnershipDissolution } from '../events/partnership-end.ts'
import { partnershipEntry } from '../events/partnership-entry.ts'
import { separationCessation } from '../events/separation-cessation.ts'
import { separationEntry } from '../events/separation-entry.ts'
import { widowhood } from '../events/widowhood.ts'

export const couples: Family = {
  name: 'couples and death',
  samples: [
    marriageEntry,
    widowhood,
    death,
    separationEntry,
    separationCessation,
    divorce,
    marriageAnnulment,
    partnershipEntry,
    partnershipAnnulment,
    partnershipDissolution,
  ],
}
