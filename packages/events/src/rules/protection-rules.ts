import { homeOf } from '../addresses.ts'
import { isGiven, listOf, textOf } from '../case-data.ts'
import { addMonths, ageOn, isAfter } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRows, kinOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { isAdultOn } from './age-rules.ts'
import { fmtDate, inOrder, noFuture } from './date-rules.ts'
import { ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living, resident } from './person-statuses.ts'
import { activeRow, sameAsRegistered } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const type = {
  field: 'protectionType',
  what: say('beskyttelsestypen', 'the protection type'),
} as const

export const nameAndAddress = '00001'
const research = '00004'

export function isNameAndAddress({ data }: Pick<Facts, 'data'>): boolean {
  return textOf(data, 'protectionType') === nameAndAddress
}

/** The law gives a year; more must be justified. */
export function isLongerThanYear({ data }: Pick<Facts, 'data'>): boolean {
  const [start, end] = [textOf(data, 'startDate'), textOf(data, 'endDate')]
  return start !== '' && end !== '' && isAfter(end, addMonths(start, 12))
}

/** The time had run out before the protection was even registered. */
export function isOver({ data, today }: Facts): boolean {
  return isGiven(data, 'endDate') && !isAfter(textOf(data, 'endDate'), today)
}

function isProtectedAs(person: PersonView, { data }: Facts): boolean {
  return currentRows(person, 'protection').some(
    (row) => row.columns['protectionType'] === textOf(data, 'protectionType'),
  )
}

/** Protection is what the event is about: that somebody has it already is told by type. */
const withoutProtect = <F extends string>(rules: readonly RuleSpec<F>[]): readonly RuleSpec<F>[] =>
  rules.filter(({ id }) => id !== 'protect')

const longer: RuleSpec<'endDate' | 'reasonLonger'> = {
  id: 'longer',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['endDate', 'reasonLonger'],
  message: say(
    'En slutdato mere end et år ude kræver en begrundelse, som kommunen godtager',
    'An end more than one year away needs a reason that the municipality accepts',
  ),
  isRaised: (facts) =>
    isLongerThanYear(facts) && !/\p{L}/u.test(textOf(facts.data, 'reasonLonger')),
}

const researchClosed: RuleSpec<'protectionType'> = {
  id: 'research-closed',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['protectionType'],
  message: say(
    'Forskerbeskyttelsen (00004) er lukket for nye: den kan kun ses eller bringes til ophør',
    'Research protection (00004) is closed to new people: it can only be read or ended',
  ),
  isRaised: ({ data }) => textOf(data, 'protectionType') === research,
}

/** Children under 18 who are registered where the person is. */
function childrenAtHome(person: PersonView, { data, view }: Facts): readonly string[] {
  const [home, day] = [homeOf(person), textOf(data, 'startDate')]
  if (home === null || day === '') return []
  return kinOf(person, 'child').filter((pnr) => {
    const child = view.people[pnr]
    return child ? ageOn(child.birthDate, day) < 18 && homeOf(child) === home : false
  })
}

const children: RuleSpec<'familyMembers'> = {
  id: 'children',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['familyMembers'],
  message: say(
    'Personens børn under 18 på samme adresse kan medtages, og kun de: se efter, at de rigtige er med',
    'The person’s children under 18 at the same address can be included, and only they: check that the right ones are',
  ),
  isRaised: isAnyone(['personnummer'], (person, facts) => {
    const [atHome, included] = [childrenAtHome(person, facts), listOf(facts.data, 'familyMembers')]
    return (
      atHome.some((child) => !included.includes(child)) ||
      included.some((child) => !atHome.includes(child))
    )
  }),
}

const covers: RuleSpec<'protectionType'> = {
  id: 'covers',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['protectionType'],
  message: say(
    'Navne- og adressebeskyttelse (00001) giver også beskyttelse i den lokale vejviser (00002) i samme periode',
    'Name and address protection (00001) also gives protection in the local directory (00002) for the same period',
  ),
  isRaised: isNameAndAddress,
}

export const protectionRules = [
  ...withoutProtect(
    personRules<'personnummer' | 'familyMembers'>({
      field: 'personnummer',
      alsoIn: 'familyMembers',
      who: say('personen eller et medtaget barn', 'the person or a child included'),
      statuses: [...resident, '20', '80'],
      statusText: say(
        'personen og hvert medtaget barn skal have personstatus 01, 03, 05, 07, 20 eller 80',
        'the person and each child included must have person status 01, 03, 05, 07, 20 or 80',
      ),
    }),
  ),
  ofList(type, 'protection-types'),
  fmtDate(startDate),
  noFuture(startDate),
  inOrder(startDate, { field: 'endDate', what: say('slutdatoen', 'the end date') }),
  sameAsRegistered({ ...type, person: 'personnummer' }, isProtectedAs),
  longer,
  researchClosed,
  children,
  covers,
]

const endDate = { field: 'endDate', what: say('ophørsdatoen', 'the end date') } as const

const childOwn: RuleSpec<'personnummer'> = {
  id: 'child-own',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Personen er under 18 år: indehaveren af forældremyndigheden skal bede om, at beskyttelsen ophører',
    'The person is under 18: the holder of parental authority must ask for the protection to end',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    const day = textOf(data, 'endDate')
    return day !== '' && !isAdultOn(person, day)
  }),
}

const person = say('personen', 'the person')

export const protectionCessationRules = [
  ...withoutProtect(
    personRules<'personnummer'>({ field: 'personnummer', who: person, statuses: living }),
  ),
  ofList(type, 'protection-types'),
  activeRow({
    field: 'personnummer',
    who: person,
    entity: 'protection',
    row: say('beskyttelse af den type', 'protection of that type'),
    isMeant: (row, { data }) => row.columns['protectionType'] === textOf(data, 'protectionType'),
  }),
  fmtDate(endDate),
  noFuture(endDate),
  childOwn,
]
