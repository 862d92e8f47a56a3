import type { Family } from '../../src/proof/play-family.ts'
import { guardianDischarge, guardianDischargeOfOne } from '../events/guardian-discharge.ts'
import { guardian, guardianByName } from '../events/guardian.ts'
import { underGuardianshipCessation } from '../events/under-guardianship-cessation.ts'
import { underGuardianship } from '../events/under-guardianship.ts'

export const guardians: Family = {
  name: 'guardians',
  samples: [
    underGuardianship,
    underGuardianshipCessation,
    guardian,
    guardianDischarge,
    guardianByName,
    guardianDischargeOfOne,
  ],
}
