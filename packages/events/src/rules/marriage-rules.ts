import { say } from '../text.ts'
import { adult } from './age-rules.ts'
import { freeToMarry, notRelated } from './couple-rules.ts'
import { fmtDate, latest, noFuture, notBeforeBirth } from './date-rules.ts'
import { documented, ofList, twoPersons } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import {
  adopted,
  certificate,
  estate,
  marriedAbroad,
  noOpenSeparation,
  partnership,
  spouses,
} from './wedding-rules.ts'

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
  freeToMarry({ field: 'personnummer', who: person, converts: 'spousePersonnummer' }),
  freeToMarry({
    field: 'spousePersonnummer',
    who: spouse,
    suffix: '-2',
    converts: 'personnummer',
  }),
  adult({
    fields: spouses,
    who: say('begge ægtefæller', 'both spouses'),
    dateField: marriageDate.field,
    date: marriageDate.what,
  }),
  notRelated({ one: 'personnummer', other: 'spousePersonnummer' }, spouse),
  documented('documentation', say('vielsesprotokollen', 'the wedding protocol')),
  certificate,
  noOpenSeparation,
  partnership,
  estate,
  marriedAbroad,
  adopted,
]
