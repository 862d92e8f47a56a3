import { textOf } from '../case-data.ts'
import { denmark } from '../code-lists/countries.ts'
import type { RuleSpec } from '../define-event.ts'
import type { Condition } from '../effects.ts'
import { columnOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture, notBeforeBirth } from './date-rules.ts'
import { documented, ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { sameAsRegistered } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const decision = say('afgørelsen', 'the decision')
const currentCitizenship = say('den nuværende statsborgerret', 'the current citizenship')
const startDate = { field: 'startDate', what: say('virkningsdatoen', 'the start date') } as const
const endDate = { field: 'endDate', what: say('ophørsdatoen', 'the end date') } as const

const stateless = '5103'
/** Say where somebody comes from, never whose citizen they are. */
const unspecified = ['5102', '5199', '5299', '5999']
/** Iceland with equal rights, the royal house, Europe unspecified, unknown. */
const special = ['5105', '5115', '5199', '5999']

/** Who is no longer Danish has lost a citizenship; who becomes or stays Danish, or was foreign, has acquired one. */
export function danishLost(newCountry: string): Condition {
  return {
    all: [
      { party: 'person', has: 'citizenship', column: 'country', in: [denmark] },
      { not: { field: newCountry, in: [denmark] } },
    ],
  }
}

const specialCodes: RuleSpec<'country'> = {
  id: 'special-codes',
  layer: 'cross-field',
  severity: 'error',
  basis: 'inferred',
  fields: ['country'],
  declaration: true,
  message: say(
    'Koderne 5105 (Island, dansk ligestillet), 5115 (kongehuset), 5199 og 5999 må kun bruges om det, de står for: bekræft, at koden er den rigtige',
    'The codes 5105 (Iceland, equal rights), 5115 (royal), 5199 and 5999 are used only for what they stand for: confirm that the code is the right one',
  ),
  isRaised: ({ data }) => special.includes(textOf(data, 'country')),
}

const single: RuleSpec<'country'> = {
  id: 'single',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['country'],
  message: say(
    'Personen har en anden statsborgerret, og CPR har kun én gældende: beholder personen begge, noteres den anden uden for CPR',
    'The person has another citizenship, and CPR holds one current: a second one that is kept is noted elsewhere',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const now = columnOf(subject, 'citizenship', 'country')
    const isOfSomewhere = now !== null && now !== stateless && !unspecified.includes(now)
    return isOfSomewhere && now !== textOf(data, 'country')
  }),
}

export const citizenshipRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  ofList({ field: 'country', what: say('landet', 'the country') }, 'countries'),
  fmtDate(startDate),
  noFuture(startDate),
  notBeforeBirth(startDate, { people: ['personnummer'], who: person }),
  latest(startDate, { people: ['personnummer'], entity: 'citizenship', row: currentCitizenship }),
  sameAsRegistered(
    {
      field: 'country',
      person: 'personnummer',
      what: say('statsborgerretten', 'the citizenship'),
    },
    (subject, { data }) => columnOf(subject, 'citizenship', 'country') === textOf(data, 'country'),
  ),
  documented('documentation', decision),
  specialCodes,
  single,
]

const current: RuleSpec<'country'> = {
  id: 'current',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['country'],
  message: say(
    'Den ophørende statsborgerret er ikke personens nuværende i CPR: vælg den, der er registreret, eller ret den først',
    'The citizenship that ends is not the person’s current one in CPR: choose the registered one, or correct it first',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (subject, { data }) => columnOf(subject, 'citizenship', 'country') !== textOf(data, 'country'),
  ),
}

const notStateless: RuleSpec<'newCountry' | 'documentation'> = {
  id: 'not-stateless',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['newCountry', 'documentation'],
  message: say(
    'Den nye statsborgerret er statsløs eller uoplyst: se efter, at dokumenterne viser det',
    'The new citizenship is stateless or unspecified: check that the documents show it',
  ),
  isRaised: ({ data }) => {
    const country = textOf(data, 'newCountry')
    return country === stateless || unspecified.includes(country)
  },
}

export const citizenshipLossRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  ofList(
    { field: 'country', what: say('den ophørende statsborgerret', 'the citizenship that ends') },
    'countries',
  ),
  fmtDate(endDate),
  noFuture(endDate),
  latest(endDate, { people: ['personnummer'], entity: 'citizenship', row: currentCitizenship }),
  documented('documentation', decision),
  current,
  notStateless,
]
