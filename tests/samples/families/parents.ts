import type { Family } from '../../src/proof/play-family.ts'
import { adoption } from '../events/adoption.ts'
import { coMaternity } from '../events/co-maternity.ts'
import { parentalAuthorityCessation } from '../events/parental-authority-cessation.ts'
import { parentalAuthority, parentalAuthorityAsBefore } from '../events/parental-authority.ts'
import { paternity } from '../events/paternity.ts'
import { sharedResidenceCessation } from '../events/shared-residence-cessation.ts'
import { sharedResidenceRegistration } from '../events/shared-residence-registration.ts'

export const parents: Family = {
  name: 'parents and children',
  samples: [
    paternity,
    coMaternity,
    parentalAuthority,
    parentalAuthorityCessation,
    sharedResidenceRegistration,
    sharedResidenceCessation,
    adoption,
    parentalAuthorityAsBefore,
  ],
}
