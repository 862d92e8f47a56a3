import { textOf } from '../case-data.ts'
import type { RuleSpec } from '../define-event.ts'
import { columnOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { isAnyone } from './subjects.ts'

/** Who lives nowhere belongs to no municipality: the rule is then not judged. */
export const ownMunicipality: RuleSpec<'personnummer' | 'authority'> = {
  id: 'own',
  layer: 'authority',
  severity: 'error',
  basis: 'modelled',
  fields: ['authority'],
  message: say(
    'Myndigheden skal være den kommune, personen bor i',
    'The authority must be the municipality where the person lives',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    const home = columnOf(person, 'address', 'municipalityCode')
    return home !== null && textOf(data, 'authority') !== home
  }),
}
