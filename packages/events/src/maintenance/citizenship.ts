import { country } from '../fields.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

export const citizenshipMaintenance = defineMaintenance({
  id: 'citizenship',
  name: say('Statsborgerretsdata', 'Citizenship data'),
  service: 'STATB',
  lookups: ['citizenship'],
  keepers: maintainedBy(
    'municipality',
    'parish',
    'civil-registrar',
    'family-law-house',
    'court',
    'citizenship-office',
    'immigration',
    'number-issuer',
  ),
  codes: { undo: ['A29'] },
  columns: { country: country(say('Land', 'Country'), { wire: 'LANDEKOD' }) },
  needed: ['country'],
})
