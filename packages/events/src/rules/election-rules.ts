import { textOf } from '../case-data.ts'
import { denmark, euCountries } from '../code-lists/countries.ts'
import { isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { isAdultOn } from './age-rules.ts'
import { fmtDate, inOrder } from './date-rules.ts'
import { fmtLines, ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { activeRow } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const endDate = { field: 'endDate', what: say('slutdatoen', 'the end date') } as const
const deletionDate = {
  field: 'endDate',
  what: say('slettedatoen', 'the end date'),
  suffix: '-2',
} as const

const euElection = '0002'

/** What registering and ending an election address both ask. */
const addressRules = (end: typeof endDate | typeof deletionDate) => [
  ...personRules({
    field: 'personnummer',
    who: person,
    statuses: ['80', '01'],
    statusText: say(
      'personen skal have personstatus 80, eller 01 med bopæl i en kommune',
      'the person must have person status 80, or 01 with residence in a municipality',
    ),
    isWrongStatus: (subject) =>
      subject.status === '01' && columnOf(subject, 'address', 'municipalityCode') === null,
  }),
  fmtDate(startDate),
  inOrder(startDate, end),
  fmtLines({ field: 'address', what: say('valgadressen', 'the election address') }),
  ofList({ field: 'country', what: say('landet', 'the country') }, 'countries'),
]

/** The day of the election; today while none is given. */
function electionDay({ data, today }: Facts): string {
  return textOf(data, 'votingDate') || today
}

function isVotersCountry(subject: PersonView, { data }: Facts): boolean {
  const country = columnOf(subject, 'citizenship', 'country') ?? ''
  const isEuropean = textOf(data, 'electionCode') === euElection && euCountries.includes(country)
  return country === denmark || isEuropean
}

function mayVote(subject: PersonView, facts: Facts): boolean {
  const isIncapable = columnOf(subject, 'guardianship', 'kind') === '6-FULL'
  return isVotersCountry(subject, facts) && isAdultOn(subject, electionDay(facts)) && !isIncapable
}

const right: RuleSpec<'personnummer' | 'votingDate'> = {
  id: 'right',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: ['personnummer', 'votingDate'],
  message: say(
    'Personen skal være dansk statsborger, eller EU-borger ved et Europa-Parlamentsvalg, være fyldt 18 år på valgdagen og må ikke være frataget handleevnen helt',
    'The person must be Danish, or an EU citizen in an EU election, be 18 on the election date and not be without legal capacity',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => !mayVote(subject, facts)),
}

function livesElsewhereInEu(subject: PersonView): boolean {
  const country = currentRow(subject, 'migration')?.columns['departureCountry'] ?? ''
  return subject.status === '80' && country !== denmark && euCountries.includes(country)
}

const abroad: RuleSpec<'personnummer'> = {
  id: 'abroad',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: ['personnummer'],
  declaration: true,
  message: say(
    'Personen er ikke udrejst til et andet EU-land: bekræft, at personen er udsendt, studerer eller opholder sig i udlandet af helbredsgrunde',
    'The person has not departed to another EU country: confirm that the person is posted, studies or stays abroad for health reasons',
  ),
  isRaised: isAnyone(['personnummer'], (subject) => !livesElsewhereInEu(subject)),
}

const listOpen: RuleSpec<'votingDate'> = {
  id: 'list-open',
  layer: 'date',
  severity: 'warning',
  basis: 'modelled',
  fields: ['votingDate'],
  declaration: true,
  message: say(
    'Valglisten lukkes før valget: bekræft, at den er åben endnu, og at personen har fået datoen at vide',
    'The election list closes before the election: confirm that it is still open and that the person was told the date',
  ),
  isRaised: ({ data, today }) => {
    const day = textOf(data, 'votingDate')
    return day !== '' && !isBefore(day, today)
  },
}

export const electionAddressRules = [...addressRules(endDate), right, abroad, listOpen]

export const electionAddressCessationRules = [
  ...addressRules(deletionDate),
  activeRow({
    field: 'personnummer',
    who: person,
    entity: 'election',
    row: say('valgadresse med den valgkode', 'election address with that election code'),
    isMeant: (row, { data }) => row.columns['electionCode'] === textOf(data, 'electionCode'),
  }),
  fmtDate(deletionDate),
]
