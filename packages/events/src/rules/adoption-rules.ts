import { isGiven, isTrue, textOf } from '../case-data.ts'
import { addMonths, ageOn, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { findPerson } from '../person-facts.ts'
import { birthDateOf, isPnr } from '../pnr.ts'
import { say } from '../text.ts'
import {
  adopterOf,
  adoptersIn,
  areAtOneHome,
  areMarried,
  isReplaced,
  remainingParents,
  sides,
} from './adoption-family.ts'
import { fmtDate, noFuture, notBeforeBirth } from './date-rules.ts'
import { documented, twoPersons } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone, peopleIn, personIn } from './subjects.ts'

type Adopter = 'adoptiveMotherPersonnummer' | 'adoptiveFatherPersonnummer'

const adopted = say('den adopterede', 'the adopted person')
const mother = say('adoptivmoderen', 'the adoptive mother')
const father = say('adoptivfaderen', 'the adoptive father')
const grantDate = { field: 'grantDate', what: say('bevillingsdatoen', 'the grant date') } as const
const adopters: readonly Adopter[] = [adopterOf.mother, adopterOf.father]

const someAdopter: RuleSpec<Adopter> = {
  id: 'one-adopter',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: adopters,
  message: say('Angiv mindst en adoptivforælder', 'Give at least one adoptive parent'),
  isRaised: ({ data }) => adopters.every((field) => !isGiven(data, field)),
}

/** A dispensation has no field of its own: the grant that gives it is named with the word. */
const oldEnough: RuleSpec<Adopter | 'documentation'> = {
  id: 'adopter-25',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: [...adopters, 'documentation'],
  message: say(
    'Hver adoptant skal være fyldt 25 år, eller 18 år med dispensation: nævn dispensationen ved adoptionsbevillingen',
    'Each adopter must be at least 25 years old, or 18 with dispensation: name the dispensation with the adoption grant',
  ),
  isRaised: isAnyone(adopters, ({ birthDate }, { data }) => {
    const isDispensed = /dispensation/i.test(textOf(data, 'documentation'))
    const day = textOf(data, 'grantDate')
    return day !== '' && ageOn(birthDate, lastDayOf(day)) < (isDispensed ? 18 : 25)
  }),
}

/** Two adopters who are not married must have lived together for so many months. */
const monthsTogether = 30

const coupleOfAdopters: RuleSpec<Adopter> = {
  id: 'couple',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: adopters,
  declaration: true,
  message: say(
    'De to adoptanter er hverken gift eller registreret på samme adresse i 2½ år: bekræft samlivet',
    'The two adopters are neither married nor registered at one address for 2.5 years: confirm that they live together',
  ),
  isRaised: (facts) => {
    const [one, other] = [personIn(facts, adopterOf.mother), personIn(facts, adopterOf.father)]
    const day = textOf(facts.data, 'grantDate')
    if (!one || !other || day === '') return false
    return !areMarried(one, other) && !areAtOneHome(one, other, addMonths(day, -monthsTogether))
  },
}

function isStepchildOfStranger(facts: Facts): boolean {
  return peopleIn(facts, 'personnummer').some((child) => {
    const remaining = remainingParents(child, facts).flatMap(
      (pnr) => findPerson(facts.view, pnr) ?? [],
    )
    const strangers = adoptersIn(facts)
      .filter((pnr) => !remaining.some((parent) => parent.pnr === pnr))
      .flatMap((pnr) => findPerson(facts.view, pnr) ?? [])
    return strangers.some(
      (one) => !remaining.some((other) => areMarried(one, other) || areAtOneHome(one, other)),
    )
  })
}

const stepchild: RuleSpec<'adoptionKind'> = {
  id: 'stepchild',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['adoptionKind'],
  readsRegister: true,
  declaration: true,
  message: say(
    'Adoptanten er hverken gift med den forælder, der bliver, eller registreret på samme adresse: bekræft, at de to er par',
    'The adopter is neither married to the remaining parent nor registered at one address: confirm that the two are a couple',
  ),
  isRaised: (facts) =>
    textOf(facts.data, 'adoptionKind') === 'STEPCHILD' && isStepchildOfStranger(facts),
}

const consent: RuleSpec<'personnummer'> = {
  id: 'consent-12',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  declaration: true,
  message: say(
    'Barnet er fyldt 12 år: bekræft, at det samtykker',
    'The child is 12 or older: confirm that it consents',
  ),
  isRaised: ({ data }) => {
    const [pnr, day] = [textOf(data, 'personnummer'), textOf(data, 'grantDate')]
    if (!isPnr(pnr) || day === '') return false
    const age = ageOn(birthDateOf(pnr), day)
    return age >= 12 && age < 18
  },
}

const newNumber: RuleSpec<'newPersonnummerWanted'> = {
  id: 'new-number',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['newPersonnummerWanted'],
  declaration: true,
  message: say(
    'Et nyt personnummer gives kun, når fødselsdato eller køn i nummeret er forkert, eller loven giver ret til det: bekræft grunden',
    'A new personnummer is given only where birth date or sex in the number is wrong, or the law gives it: confirm the ground',
  ),
  isRaised: ({ data }) => isTrue(data, 'newPersonnummerWanted'),
}

const secrecy: RuleSpec<'adoptionKind'> = {
  id: 'secrecy',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['adoptionKind'],
  message: say(
    'Båndene til de tidligere forældre skjules i almindelige opslag',
    'Ties to the former parents will be hidden from ordinary lookups',
  ),
  isRaised: isAnyone(['personnummer'], (child, facts) =>
    sides.some((side) => isReplaced(child, side, facts)),
  ),
}

export const adoptionRules = [
  ...personRules({ field: 'personnummer', who: adopted, statuses: living }),
  ...personRules({ field: adopterOf.mother, who: mother, statuses: living, suffix: '-2' }),
  ...personRules({ field: adopterOf.father, who: father, statuses: living, suffix: '-3' }),
  fmtDate(grantDate),
  noFuture(grantDate),
  notBeforeBirth(grantDate, { people: ['personnummer'], who: adopted }),
  twoPersons({ one: adopterOf.mother, other: adopterOf.father }, { one: mother, other: father }),
  documented('documentation', say('adoptionsbevillingen', 'the adoption grant')),
  someAdopter,
  oldEnough,
  coupleOfAdopters,
  stepchild,
  consent,
  newNumber,
  secrecy,
]
