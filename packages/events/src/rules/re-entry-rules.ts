import type { RuleSpec } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { latest } from './date-rules.ts'
import { entryDate, entryRules } from './entry-rules.ts'
import { personRules } from './person-rules.ts'
import { isAnyone } from './subjects.ts'

const openDeparture: RuleSpec<'personnummer'> = {
  id: 'open-departure',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['personnummer'],
  message: say(
    'Personen har ingen åben udrejse at komme tilbage fra',
    'The person has no open departure to come back from',
  ),
  isRaised: isAnyone(['personnummer'], (person) => currentRow(person, 'migration') === undefined),
}

const fromDisappeared: RuleSpec<'personnummer'> = {
  id: 'from-disappeared',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  readsRegister: true,
  message: say(
    'Personen er forsvundet (status 70): registrér en genfinding i stedet',
    'The person has disappeared (status 70): register a reappearance instead',
  ),
  isRaised: isAnyone(['personnummer'], (person) => person.status === '70'),
}

export const reEntryRules = [
  ...personRules({
    field: 'personnummer',
    who: say('personen', 'the person'),
    statuses: ['80'],
  }),
  ...entryRules({ citizenship: 'register' }),
  latest(entryDate, {
    people: ['personnummer'],
    entity: 'migration',
    row: say('den nuværende udrejse', 'the current departure'),
  }),
  openDeparture,
  fromDisappeared,
]
