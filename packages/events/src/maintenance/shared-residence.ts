import { number, text } from '../fields.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { sharedHomeRules } from './shared-home-rules.ts'

/** The service takes the child's other home, which no lookup shows. */
export const sharedResidenceMaintenance = defineMaintenance({
  id: 'shared-residence',
  name: say('Delt bopæls data', 'Shared-residence data'),
  service: 'DELTBO',
  lookups: ['shared-residence', 'family'],
  keepers: maintainedBy('municipality', 'parish', 'civil-registrar', 'family-law-house', 'court'),
  codes: {},
  columns: {
    municipalityCode: number(4, say('Kommunekode', 'Municipality code'), { wire: 'KOMKOD' }),
    streetCode: number(4, say('Vejkode', 'Road code'), { wire: 'VEJKOD' }),
    houseNumber: text(4, say('Husnummer', 'House number'), { wire: 'HUSNR' }),
    floor: text(2, say('Etage', 'Floor'), { wire: 'ETAGE' }),
    door: text(4, say('Sidedør', 'Door'), { wire: 'SIDEDOER' }),
    buildingNumber: text(4, say('Bygningsnummer', 'Building number'), { wire: 'BNR' }),
  },
  rules: sharedHomeRules,
})
