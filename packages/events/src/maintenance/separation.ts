import { say } from '../text.ts'
import { insideMarriage } from './couple-period-rules.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

/** Nothing but its dates can be put right: the marriage it refers to stays the same. */
export const separationMaintenance = defineMaintenance({
  id: 'separation',
  name: say('Separationsdata', 'Separation data'),
  service: 'SEP',
  lookups: ['separation', 'civil-status'],
  keepers: maintainedBy('municipality', 'parish', 'civil-registrar', 'family-law-house', 'court'),
  codes: { correct: ['P48'], undo: ['P49'] },
  columns: {},
  rules: [insideMarriage],
  parties: { spouse: { spouseOf: 'person' }, 'spouse in the row': { mirroredFrom: 'person' } },
})
