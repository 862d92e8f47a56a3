import { code } from '../fields.ts'
import { ofList } from '../rules/form-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { relationsAlternate } from './status-chain-rules.ts'

export const churchMaintenance = defineMaintenance({
  id: 'church',
  name: say('Folkekirkedata', 'Church data'),
  service: 'FKIRKE',
  lookups: ['church'],
  keepers: maintainedBy('municipality', 'parish', 'civil-registrar', 'faith-community'),
  codes: { undo: ['P56'] },
  columns: {
    churchRelation: code('church', say('Folkekirkeforhold', 'Church relation'), { wire: 'FKIRK' }),
  },
  needed: ['churchRelation'],
  rules: [
    ofList(
      { field: 'churchRelation', what: say('folkekirkeforholdet', 'the church relation') },
      'church',
    ),
    relationsAlternate,
  ],
})
