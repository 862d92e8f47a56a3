import { denmark } from '../code-lists/countries.ts'
import type { RuleSpec } from '../define-event.ts'
import { columnOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { filledIn, fmtNumbers } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const alienNumber = say('udlændingenummeret', 'the alien number')
const startDate = { field: 'startDate', what: say('hændelsesdatoen', 'the start date') } as const

export const alienNumberLength = 8

const notDanish: RuleSpec<'personnummer'> = {
  id: 'not-danish',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Personen er dansk statsborger: danske statsborgere har intet udlændingenummer',
    'The person is a Danish citizen: Danish citizens have no alien number',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (person) => columnOf(person, 'citizenship', 'country') === denmark,
  ),
}

/** No lookup finds people by their alien number. */
const unique: RuleSpec<'alienNumber'> = {
  id: 'unique',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['alienNumber'],
  judgedByRegister: true,
  message: say(
    'Udlændingenummeret bruges på en anden levende person: kontrollér nummeret hos udlændingemyndigheden',
    'The alien number is used on another living person: check the number with the immigration authority',
  ),
  isRaised: () => false,
}

export const alienNumberRules = [
  ...personRules({ field: 'personnummer', who: say('personen', 'the person'), statuses: living }),
  fmtNumbers(['alienNumber'], alienNumber, alienNumberLength),
  filledIn(['alienNumber'], alienNumber),
  fmtDate(startDate),
  noFuture(startDate),
  notDanish,
  unique,
]
