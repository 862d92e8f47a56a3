import { isTrue, textOf } from '../case-data.ts'
import { denmark, greenland } from '../code-lists/countries.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { holdersOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { datedAhead, fmtDate, late, latest, withinWindow } from './date-rules.ts'
import { declared } from './declared-rules.ts'
import { isOtherNordic } from './entry-rules.ts'
import { fmtLines, ofList } from './form-rules.ts'
import { movers } from './move-address-rules.ts'
import { familyMembers, minorsMoving } from './move-family-rules.ts'
import { personRules } from './person-rules.ts'
import { resident } from './person-statuses.ts'
import { ownMunicipality } from './residence-rules.ts'

const departureDate = {
  field: 'departureDate',
  what: say('udrejsedatoen', 'the departure date'),
} as const

const sixMonths = declared(
  'six-months',
  say(
    'Bekræft, at opholdet varer mere end 6 måneder, eller at boligen er opgivet; ellers kan personen forblive registreret',
    'Confirm that the stay lasts more than 6 months or the home is given up; otherwise the person may stay registered',
  ),
  { basis: 'sourced', severity: 'warning' },
)

const exception = declared(
  'exception',
  say(
    'Bekræft, at personen ikke er diplomat, udsendt soldat eller pendler efter § 24, stk. 5-8',
    'Confirm that the person is not a diplomat, posted soldier or commuter under section 24(5)-(8)',
  ),
  { basis: 'sourced', severity: 'warning' },
)

const notGreenland: RuleSpec<'departureCountry'> = {
  id: 'not-greenland',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['departureCountry'],
  message: say(
    'En flytning til Grønland eller inden for Danmark er en almindelig flytning, ikke en udrejse; Færøerne (5902) er en udrejse',
    'A move to Greenland or within Denmark is an ordinary move, not a departure; the Faroe Islands (5902) are a departure',
  ),
  isRaised: ({ data }) => [denmark, greenland].includes(textOf(data, 'departureCountry')),
}

/** Somebody under age leaves, and one who shares parental authority over them does not. */
export function isParentLeftBehind(facts: Facts): boolean {
  const leaving = movers(facts)
  return minorsMoving(facts, 'departureDate').some((child) => {
    const holders = holdersOf(child)
    return holders.length > 1 && holders.some((holder) => !leaving.includes(holder))
  })
}

const childConsent: RuleSpec<'otherParentConsent'> = {
  id: 'child-consent',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['otherParentConsent'],
  message: say(
    'Et barn under 18 med fælles forældremyndighed rejser kun ud med begge forældres samtykke',
    'A child under 18 whose parents share parental authority leaves only with both parents’ consent',
  ),
  isRaised: (facts) => isParentLeftBehind(facts) && !isTrue(facts.data, 'otherParentConsent'),
}

const nordicDate: RuleSpec<'departureDate' | 'departureCountry' | 'nordic'> = {
  id: 'nordic-date',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['departureDate', 'departureCountry', 'nordic'],
  message: say(
    'Til et nordisk land følger datoen svaret fra registret dér: afvent det',
    'To a Nordic country the date follows the answer of the register there: wait for it',
  ),
  isRaised: ({ data }) => isTrue(data, 'nordic') || isOtherNordic(textOf(data, 'departureCountry')),
}

export const departureRules = [
  ...personRules({
    field: 'personnummer',
    who: say('personen', 'the person'),
    statuses: resident,
  }),
  familyMembers,
  ownMunicipality,
  fmtDate(departureDate),
  withinWindow(departureDate, 28),
  late(departureDate, 'departure-before'),
  latest(departureDate, {
    people: ['personnummer', 'familyMembers'],
    entity: 'address',
    row: say('den nuværende adresse', 'the current address'),
  }),
  ofList(
    { field: 'departureCountry', what: say('udrejselandet', 'the departure country') },
    'countries',
  ),
  fmtLines({ field: 'foreignAddress', what: say('udlandsadressen', 'the foreign address') }),
  sixMonths,
  exception,
  notGreenland,
  childConsent,
  nordicDate,
  datedAhead(departureDate),
]
