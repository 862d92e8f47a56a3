import { say } from '../text.ts'
import { declared } from './declared-rules.ts'
import { entryRules } from './entry-rules.ts'
import { personRules } from './person-rules.ts'

const identity = declared(
  'identity',
  say(
    'Bekræft, at navn, fødselsdato og statsborgerret i papirerne er som i registret; forskelle rettes først',
    'Confirm that name, birth date and citizenship in the documents agree with the register; differences are corrected first',
  ),
  { basis: 'modelled', severity: 'warning' },
)

export const entryWithPnrRules = [
  ...personRules({
    field: 'personnummer',
    who: say('personen', 'the person'),
    statuses: ['20', '10'],
    statusText: say(
      'personen skal have personstatus 20 (eller 10): en tidligere beboer registreres ved genindrejse',
      'the person must have person status 20 (or 10): a former resident is registered by re-entry',
    ),
  }),
  ...entryRules({ citizenship: 'register' }),
  identity,
]
