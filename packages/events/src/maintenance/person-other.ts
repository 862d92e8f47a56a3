import { date, text } from '../fields.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

/** What has no kind of data of its own. The time stamp says which of them is meant. */
export const personOtherMaintenance = defineMaintenance({
  id: 'person-other',
  name: say('Personoplysninger i øvrigt', 'Other person data'),
  service: 'PERS',
  lookups: [
    'protection',
    'guardian',
    'election',
    'master',
    'birth-occupation-guardianship',
    'start',
  ],
  keepers: maintainedBy(
    'municipality',
    'parish',
    'civil-registrar',
    'family-law-house',
    'court',
    'election-office',
    'immigration',
  ),
  codes: {},
  columns: {
    occupation: text(34, say('Stilling', 'Occupation'), { wire: 'STILLING' }),
    birthDate: date(say('Fødselsdato', 'Birth date'), { wire: 'FOEDDATO' }),
  },
})
