import { say } from '../text.ts'
import { noHomeMeanwhile } from './absence-rules.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

/** A disappearance is its two days and no more. */
export const disappearanceMaintenance = defineMaintenance({
  id: 'disappearance',
  name: say('Forsvindings-/genfindingsdata', 'Disappearance and reappearance data'),
  service: 'FORSV',
  lookups: ['master', 'address', 'supplementary-address', 'relocation-order', 'shared-residence'],
  keepers: maintainedBy('municipality'),
  codes: { undo: ['A10'] },
  columns: {},
  rulesFor: { report: [noHomeMeanwhile] },
  dates: {
    start: { label: say('Forsvindingsdato', 'Disappearance date'), wire: 'FORSVINDDATO' },
    end: { label: say('Genfindingsdato', 'Reappearance date'), wire: 'GENFINDDATO' },
  },
})
