import { say } from '../text.ts'
import {
  adopted,
  adult,
  certificate,
  estate,
  freeToMarry,
  marriedAbroad,
  noOpenSeparation,
  notRelated,
  partnership,
} from './couple-rules.ts'
import { fmtDate, latest, noFuture, notBeforeBirth } from './date-rules.ts'
import { documented, ofList, twoPersons } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'

const person = say('personen', 'the person')
const spouse = say('ægtefællen', 'the spouse')
const marriageDate = {
  field: 'marriageDate',
  what: say('vielsesdatoen', 'the wedding date'),
} as const
export const marriageRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  ...personRules({ field: 'spousePersonnummer', who: spouse, statuses: living, suffix: '-2' }),
  fmtDate(marriageDate),
  noFuture(marriageDate),
  notBeforeBirth(marriageDate, {
    people: ['personnummer', 'spousePersonnummer'],
    who: say('nogen af ægtefællerne', 'either spouse'),
  }),
  latest(marriageDate, {
    people: ['personnummer', 'spousePersonnummer'],
    entity: 'civilStatus',
    row: say('ægtefællernes nuværende civilstand', 'the current civil status of either spouse'),
  }),
  ofList(
    { field: 'marriageAuthority', what: say('vielsesmyndigheden', 'the wedding authority') },
    'authorities',
  ),
  twoPersons({ one: 'personnummer', other: 'spousePersonnummer' }, { one: person, other: spouse }),
  freeToMarry('personnummer', person),
  freeToMarry('spousePersonnummer', spouse, '-2'),
  adult,
  notRelated,
  documented('documentation', say('vielsesprotokollen', 'the wedding protocol')),
  certificate,
  noOpenSeparation,
  partnership,
  estate,
  marriedAbroad,
  adopted,
]
