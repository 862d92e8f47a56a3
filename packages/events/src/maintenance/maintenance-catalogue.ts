import type { EventDefinition } from '../define-event.ts'
import { addressMaintenance } from './address.ts'
import { birthRegistrationMaintenance } from './birth-registration.ts'
import { churchMaintenance } from './church.ts'
import { citizenshipMaintenance } from './citizenship.ts'
import { civilStatusMaintenance } from './civil-status.ts'
import { disappearanceMaintenance } from './disappearance.ts'
import { kinshipMaintenance } from './kinship.ts'
import { migrationMaintenance } from './migration.ts'
import { municipalMaintenance } from './municipal.ts'
import { nameMaintenance } from './name.ts'
import { personOtherMaintenance } from './person-other.ts'
import { personnummerMaintenance } from './personnummer.ts'
import { separationMaintenance } from './separation.ts'
import { sharedResidenceMaintenance } from './shared-residence.ts'

/** Corrections, undoings and late reports of rows that stand. A new kind of data is its file and a line here. */
export const maintenanceCatalogue: readonly EventDefinition[] = [
  ...addressMaintenance,
  ...birthRegistrationMaintenance,
  ...churchMaintenance,
  ...citizenshipMaintenance,
  ...civilStatusMaintenance,
  ...disappearanceMaintenance,
  ...kinshipMaintenance,
  ...migrationMaintenance,
  ...municipalMaintenance,
  ...nameMaintenance,
  ...personOtherMaintenance,
  ...personnummerMaintenance,
  ...separationMaintenance,
  ...sharedResidenceMaintenance,
]
