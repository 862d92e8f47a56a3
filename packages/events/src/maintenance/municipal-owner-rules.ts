import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { rowMeant } from './row-meant.ts'

const municipality = '05'

/** Only the municipality that owns a row changes it; the CPR office may change any. */
export const ownRowsOnly: RuleSpec = {
  id: 'owner',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['timestamp'],
  message: say(
    'Rækken hører til en anden kommune, og kun den ændrer sine egne forhold og notater',
    'The row belongs to another municipality, and only that one changes its own conditions and notes',
  ),
  isRaised: (facts) => {
    const owner = rowMeant(facts, ['municipalCondition', 'note'])?.columns['municipality']
    const isMunicipality = authorityTypeOf(facts.authority) === municipality
    return owner != null && isMunicipality && owner !== facts.authority
  },
}
