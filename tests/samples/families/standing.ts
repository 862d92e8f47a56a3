import type { Family } from '../../src/proof/play-family.ts'
import { churchMembership } from '../events/church-membership.ts'
import { churchWithdrawal } from '../events/church-withdrawal.ts'
import { citizenshipLoss } from '../events/citizenship-loss.ts'
import { citizenship } from '../events/citizenship.ts'
import { municipalConditions } from '../events/municipal-conditions.ts'
import { municipalNotes } from '../events/municipal-notes.ts'
import { occupation } from '../events/occupation.ts'
import { protectionCessation } from '../events/protection-cessation.ts'
import { protection } from '../events/protection.ts'

export const standing: Family = {
  name: 'church, citizenship, protection and notes',
  samples: [
    occupation,
    churchMembership,
    churchWithdrawal,
    citizenship,
    citizenshipLoss,
    protection,
    protectionCessation,
    municipalConditions,
    municipalNotes,
  ],
}
