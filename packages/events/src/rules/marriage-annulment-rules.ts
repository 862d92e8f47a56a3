import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { partingRules, spouse } from './parting-rules.ts'
import { evenDead } from './person-statuses.ts'

/** No lookup shows whether a wedding was ever held. */
const notAnError: RuleSpec<never> = {
  id: 'not-error',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: [],
  declaration: true,
  message: say(
    'Bekræft, at vielsen fandt sted: en vielse, der er registreret ved en fejl, fortrydes i stedet',
    'Confirm that the wedding took place: one that was registered by mistake is undone instead',
  ),
  isRaised: () => true,
}

export const marriageAnnulmentRules = [
  ...partingRules({
    couple: { one: 'personnummer', other: 'spousePersonnummer' },
    other: spouse,
    taken: evenDead,
    statuses: ['G'],
    date: { field: 'annulmentDate', what: say('omstødelsesdatoen', 'the annulment date') },
    authority: { field: 'court', what: say('retten', 'the court') },
    decision: { field: 'judgment', what: say('dommen', 'the judgment') },
  }),
  notAnError,
]
