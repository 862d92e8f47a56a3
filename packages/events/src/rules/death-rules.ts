import { textOf } from '../case-data.ts'
import { ageOn, isAfter } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { findPerson, holdersOf, isCurrent, kinOf, spouseOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { fmtDate, late, noFuture, notBeforeBirth } from './date-rules.ts'
import { documented } from './form-rules.ts'
import { alive, personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const deathDate = { field: 'deathDate', what: say('dødsdatoen', 'the death date') } as const

const latestOfAny: RuleSpec<'deathDate'> = {
  id: 'latest-any',
  layer: 'date',
  severity: 'warning',
  basis: 'modelled',
  fields: ['deathDate'],
  message: say(
    'Personen har rækker, der begynder efter dødsdatoen: ret dem bagefter',
    'The person has rows that begin after the death date: correct them afterwards',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const day = textOf(data, 'deathDate')
    return (
      day !== '' && subject.rows.some((row) => isCurrent(row, subject) && isAfter(row.start, day))
    )
  }),
}

/** A couple whose rows disagree would end up half widowed. */
const spousePointsBack: RuleSpec<'personnummer'> = {
  id: 'spouse-row',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['personnummer'],
  message: say(
    'Ægtefællens civilstand peger ikke tilbage på personen: ret ægtefællernes civilstand først',
    'The spouse’s civil status does not point back at the person: correct the civil status of the two first',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { view }) => {
    const spouse = spouseOf(subject)
    const seen = spouse === null ? undefined : findPerson(view, spouse)
    return seen !== undefined && (seen === null || spouseOf(seen) !== subject.pnr)
  }),
}

/** Only the deceased held parental authority over the child. */
function isHeldAlone(child: PersonView, holder: string): boolean {
  const holders = holdersOf(child)
  return holders.length > 0 && holders.every((one) => one === holder)
}

export function isLeftAlone(child: string, { data, view }: Facts): boolean {
  const seen = view.people[child]
  return seen ? isHeldAlone(seen, textOf(data, 'personnummer')) : false
}

const childrenLeft: RuleSpec<'personnummer'> = {
  id: 'children',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Personen har alene forældremyndighed over børn under 18',
    'The person alone holds parental authority over children under 18',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const day = textOf(facts.data, 'deathDate')
    return kinOf(subject, 'child')
      .flatMap((child) => facts.view.people[child] ?? [])
      .some((child) => ageOn(child.birthDate, day) < 18 && isHeldAlone(child, subject.pnr))
  }),
}

/** Only somebody of age can have been a guardian; nobody but the worker can find the wards. */
const wards: RuleSpec<'personnummer'> = {
  id: 'wards',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  declaration: true,
  message: say(
    'Bekræft, at det er undersøgt, om personen var værge for nogen',
    'Confirm that it has been looked into whether the person was anybody’s guardian',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (subject, { data }) => ageOn(subject.birthDate, textOf(data, 'deathDate')) >= 18,
  ),
}

const diedAbroad: RuleSpec<'deathKind'> = {
  id: 'abroad',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['deathKind'],
  message: say(
    'Død i udlandet: dødsattesten skal være anerkendt af myndigheden',
    'Death abroad: the death certificate must be recognised by the authority',
  ),
  isRaised: ({ data }) => textOf(data, 'deathKind') === 'ABROAD',
}

const confirmIdentity: RuleSpec<never> = {
  id: 'confirm',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: [],
  declaration: true,
  message: say(
    'Bekræft navn og fødselsdato: et forkert registreret dødsfald skal rettes i alle registre',
    'Confirm name and birth date: a wrongly registered death has to be put right in every register',
  ),
  isRaised: () => true,
}

export const deathRules = [
  ...personRules({
    field: 'personnummer',
    who: person,
    statuses: living,
  }),
  alive('personnummer', person),
  fmtDate(deathDate),
  noFuture(deathDate),
  late(deathDate, 'death-2-weekdays'),
  notBeforeBirth(deathDate, { people: ['personnummer'], who: person }),
  documented('documentation', say('dødsattesten', 'the death certificate')),
  latestOfAny,
  spousePointsBack,
  childrenLeft,
  wards,
  diedAbroad,
  confirmIdentity,
]
