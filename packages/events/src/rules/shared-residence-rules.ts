import { homeOf } from '../addresses.ts'
import { isGiven, textOf } from '../case-data.ts'
import { isBefore, lastDayOf } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { holdersOf, kinOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { minor } from './age-rules.ts'
import { fmtDate, inOrder, noFuture } from './date-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { activeRow, noActiveRow } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const child = say('barnet', 'the child')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const endDate = {
  field: 'endDate',
  what: say('ophørsdatoen', 'the end date'),
  suffix: '-2',
} as const
const agreement = {
  field: 'personnummer',
  who: child,
  entity: 'sharedResidence',
  row: say('række for delt bopæl', 'shared residence row'),
} as const

const bothPersons = [
  ...personRules({ field: 'personnummer', who: child, statuses: living }),
  ...personRules({
    field: 'otherParentPersonnummer',
    who: say('den anden forælder', 'the other parent'),
    suffix: '-2',
  }),
]

function parentsOf(person: PersonView): readonly string[] {
  return [...kinOf(person, 'mother'), ...kinOf(person, 'father')]
}

const bothHold: RuleSpec<'personnummer' | 'otherParentPersonnummer'> = {
  id: 'both-hold',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: ['personnummer', 'otherParentPersonnummer'],
  message: say(
    'Begge forældre, herunder den anden forælder, skal have forældremyndigheden og være enige',
    'Both parents, the other parent among them, must hold parental authority and have agreed',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    const [parents, holders] = [parentsOf(person), holdersOf(person)]
    const areBothHolders = parents.length > 1 && parents.every((pnr) => holders.includes(pnr))
    return !areBothHolders || !parents.includes(textOf(data, 'otherParentPersonnummer'))
  }),
}

/** Judged only where both parents are known: that they are is another rule's business. */
const twoHomes: RuleSpec<'personnummer' | 'otherParentPersonnummer'> = {
  id: 'two-homes',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer', 'otherParentPersonnummer'],
  message: say(
    'Forældrene skal have hver sin adresse, og barnet være registreret hos en af dem: se adresserne efter',
    'The parents must have different addresses, and the child be registered with one of them: look into the addresses',
  ),
  isRaised: isAnyone(['personnummer'], (person, { view }) => {
    const parents = parentsOf(person).flatMap((pnr) => view.people[pnr] ?? [])
    if (parents.length < 2) return false
    const [home, homes] = [homeOf(person), parents.map(homeOf)]
    return home === null || !homes.includes(home) || homes.every((one) => one === home)
  }),
}

/** Before that day no law knew of shared residence. */
const firstDay = '20190401'

const since2019: RuleSpec<'startDate'> = {
  id: 'since-2019',
  layer: 'date',
  severity: 'error',
  basis: 'sourced',
  fields: ['startDate'],
  message: say(
    'Startdatoen må ikke ligge før 1. april 2019, da delt bopæl blev indført',
    'The start date must not lie before 1 April 2019, when shared residence began',
  ),
  isRaised: ({ data }) =>
    isGiven(data, 'startDate') && isBefore(lastDayOf(textOf(data, 'startDate')), firstDay),
}

export const sharedResidenceRegistrationRules = [
  ...bothPersons,
  fmtDate(startDate),
  noFuture(startDate),
  noActiveRow(agreement),
  minor({
    fields: ['personnummer'],
    who: child,
    dateField: 'startDate',
    date: say('startdatoen', 'the start date'),
  }),
  bothHold,
  twoHomes,
  since2019,
]

const oneSide: RuleSpec<'reason'> = {
  id: 'one-side',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['reason'],
  message: say(
    'En forælder kan opsige aftalen alene; den gælder, til forældrene aftaler andet, eller der er truffet afgørelse',
    'One parent may end the agreement alone; it holds until the parents have agreed anew or a decision is made',
  ),
  isRaised: ({ data }) => textOf(data, 'reason') === 'ONE-SIDED',
}

export const sharedResidenceCessationRules = [
  ...bothPersons,
  fmtDate(startDate),
  noFuture(startDate),
  activeRow(agreement),
  fmtDate(endDate),
  noFuture(endDate),
  inOrder(startDate, endDate),
  oneSide,
]
