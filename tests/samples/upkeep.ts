import type { Family } from '../src/proof/play-family.ts'
import { addressUpkeep } from './maintenance/address.ts'
import { birthRegistrationUpkeep } from './maintenance/birth-registration.ts'
import { churchUpkeep } from './maintenance/church.ts'
import { citizenshipUpkeep } from './maintenance/citizenship.ts'
import { civilStatusUpkeep } from './maintenance/civil-status.ts'
import { disappearanceUpkeep } from './maintenance/disappearance.ts'
import { kinshipUpkeep } from './maintenance/kinship.ts'
import { migrationUpkeep } from './maintenance/migration.ts'
import { municipalUpkeep } from './maintenance/municipal.ts'
import { nameUpkeep } from './maintenance/name.ts'
import { personOtherUpkeep } from './maintenance/person-other.ts'
import { personnummerUpkeep } from './maintenance/personnummer.ts'
import { separationUpkeep } from './maintenance/separation.ts'
import { sharedResidenceUpkeep } from './maintenance/shared-residence.ts'

/** Every operation of maintenance is proven by a sample at least; all are played in one register. */
export const upkeeps: readonly Family[] = [
  { name: 'address', samples: addressUpkeep },
  { name: 'birth registration', samples: birthRegistrationUpkeep },
  { name: 'church', samples: churchUpkeep },
  { name: 'citizenship', samples: citizenshipUpkeep },
  { name: 'civil status', samples: civilStatusUpkeep },
  { name: 'disappearance', samples: disappearanceUpkeep },
  { name: 'kinship', samples: kinshipUpkeep },
  { name: 'migration', samples: migrationUpkeep },
  { name: 'municipal data', samples: municipalUpkeep },
  { name: 'name', samples: nameUpkeep },
  { name: 'other data of a person', samples: personOtherUpkeep },
  { name: 'personnummer', samples: personnummerUpkeep },
  { name: 'separation', samples: separationUpkeep },
  { name: 'shared residence', samples: sharedResidenceUpkeep },
]
