import { isGiven, isTrue, textOf } from '../case-data.ts'
import { addMonths, ageOn, daysBetween, isAfter, isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { kinOf, rowsOn, validRows } from '../person-facts.ts'
import { birthDateOf, isPnr, sexOf, unknownPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { fmtDate, late, noFuture } from './date-rules.ts'
import { ofList, twoPersons } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { evenDead } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const mother = say('moderen', 'the mother')
const father = say('faderen eller medmoderen', 'the father or co-mother')
const birthDate = { field: 'birthDate', what: say('fødselsdatoen', 'the birth date') } as const

type Mother = 'motherPersonnummer'

/** About the mother as she was on the day of the birth. */
function ofMother(
  judge: (person: PersonView, day: string, facts: Facts) => boolean,
): (facts: Facts) => boolean {
  return isAnyone(['motherPersonnummer'], (person, facts) => {
    const day = textOf(facts.data, 'birthDate')
    return day !== '' && judge(person, day, facts)
  })
}

const liveOnly: RuleSpec<'liveBirth'> = {
  id: 'live-only',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['liveBirth'],
  message: say(
    'Kun et levendefødt barn får personnummer; et dødfødt barn registreres i sognet: træk sagen tilbage',
    'Only a live-born child gets a personnummer; a stillbirth is registered by the parish: withdraw the case',
  ),
  isRaised: ({ data }) => isGiven(data, 'liveBirth') && !isTrue(data, 'liveBirth'),
}

const motherAge: RuleSpec<Mother | 'birthDate'> = {
  id: 'mother-age',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['motherPersonnummer', 'birthDate'],
  message: say(
    'Moderen var ikke mellem 12 og 60 år på fødselsdatoen',
    'The mother was not between 12 and 60 years old on the birth date',
  ),
  isRaised: ({ data }) => {
    const [pnr, day] = [textOf(data, 'motherPersonnummer'), textOf(data, 'birthDate')]
    if (!isPnr(pnr) || day === '') return false
    const age = ageOn(birthDateOf(pnr), day)
    return age < 12 || age > 60
  },
}

const motherSex: RuleSpec<Mother> = {
  id: 'mother-sex',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['motherPersonnummer'],
  message: say('Moderen er ikke registreret som kvinde', 'The mother is not registered as a woman'),
  isRaised: isAnyone(['motherPersonnummer'], ({ sex }) => sex !== 'K'),
}

/** Two births of one mother lie at least so many months apart. */
const gap = 8

const siblingGap: RuleSpec<Mother | 'birthOrder'> = {
  id: 'mother-sibling-gap',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['motherPersonnummer', 'birthOrder'],
  message: say(
    'Moderen har født et andet barn inden for 8 måneder før fødslen, og flerfødsel er ikke angivet',
    'The mother bore another child within 8 months before the birth, and no multiple birth is given',
  ),
  isRaised: ofMother(
    (person, day, { data }) =>
      !isGiven(data, 'birthOrder') &&
      kinOf(person, 'child')
        .map(birthDateOf)
        .some((born) => !isAfter(born, day) && isBefore(addMonths(day, -gap), born)),
  ),
}

/** Twins of one sex are told apart by their order: a second one is no duplicate of the first. */
const duplicate: RuleSpec<'birthDate' | 'sex' | 'birthOrder'> = {
  id: 'duplicate',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['birthDate', 'sex', 'birthOrder'],
  message: say(
    'Moderen har allerede et barn med samme fødselsdato, køn og nummer ved flerfødsel',
    'The mother already has a child with the same birth date, sex and number in a multiple birth',
  ),
  isRaised: ofMother((person, day, { data }) => {
    const like = kinOf(person, 'child').filter(
      (child) => birthDateOf(child) === day && sexOf(child) === textOf(data, 'sex'),
    )
    return like.length >= Number(textOf(data, 'birthOrder') || 1)
  }),
}

/** The spouse of a couple that stood and was not separated; null number for a spouse whom the register has no number for. */
function spouseOn(person: PersonView, day: string): { readonly pnr: string | null } | null {
  const marriage = rowsOn(person, 'civilStatus', day).find(
    (row) => row.columns['civilStatus'] === 'G',
  )
  if (!marriage || rowsOn(person, 'separation', day).length > 0) return null
  return { pnr: marriage.columns['spousePersonnummer'] ?? null }
}

const parentByMarriage: RuleSpec<'fatherPersonnummer'> = {
  id: 'pater-est',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['fatherPersonnummer'],
  declaration: true,
  message: say(
    'Moderen er gift og ikke separeret, men ægtefællen er ikke angivet som forælder: bekræft, at papirerne siger hvorfor',
    'The mother is married and not separated, but her spouse is not given as a parent: confirm that the documents say why',
  ),
  isRaised: ofMother((person, day, { data }) => {
    const spouse = spouseOn(person, day)
    return spouse !== null && spouse.pnr !== textOf(data, 'fatherPersonnummer')
  }),
}

/** A child born within so many days may be the dead spouse's. */
const longestPregnancy = 300

const spouseDied: RuleSpec<Mother> = {
  id: 'spouse-died',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['motherPersonnummer'],
  message: say(
    'Moderens ægtefælle døde inden for 300 dage før fødslen: undersøg forældreskabet',
    'The mother’s spouse died within 300 days before the birth: look into the parentage',
  ),
  isRaised: ofMother((person, day) =>
    validRows(person, 'civilStatus')
      .filter((row) => ['E', 'L'].includes(row.columns['civilStatus'] ?? ''))
      .map((row) => daysBetween(row.start, day))
      .some((days) => days >= 0 && days <= longestPregnancy),
  ),
}

const addressFollows: RuleSpec<Mother> = {
  id: 'address-follows',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['motherPersonnummer'],
  message: say(
    'Moderen er ukendt eller havde ingen adresse i Danmark eller Grønland: barnet får nummer uden bopæl (status 20)',
    'The mother is unknown or had no address in Denmark or Greenland: the child gets a number without residence (status 20)',
  ),
  isRaised: (facts) =>
    textOf(facts.data, 'motherPersonnummer') === unknownPnr ||
    ofMother((person, day) => rowsOn(person, 'address', day).length === 0)(facts),
}

/** No register tells which parish a home lies in. */
const authorityOfMother: RuleSpec<'authority'> = {
  id: 'authority-of-mother',
  layer: 'authority',
  severity: 'warning',
  basis: 'sourced',
  fields: ['authority'],
  declaration: true,
  message: say(
    'Bekræft, at myndigheden er moderens bopælssogn, eller fødestedets, hvis hun bor i udlandet',
    'Confirm that the authority is the mother’s parish of residence, or that of the place of birth when she lives abroad',
  ),
  isRaised: () => true,
}

export const birthRules = [
  ...personRules({
    field: 'motherPersonnummer',
    who: mother,
    statuses: evenDead,
    statusText: say(
      'moderen skal have personstatus 01, 03, 05, 07, 20, 70 eller 80, eller 90 hvis hun døde på eller efter fødselsdatoen',
      'the mother must have person status 01, 03, 05, 07, 20, 70 or 80, or 90 when she died on or after the birth date',
    ),
    isWrongStatus: (person, { data }) =>
      person.status === '90' && isBefore(deathOf(person), textOf(data, 'birthDate')),
  }),
  ...personRules({ field: 'fatherPersonnummer', who: father, statuses: evenDead, suffix: '-2' }),
  fmtDate(birthDate),
  noFuture(birthDate),
  late(birthDate, 'birth-14-days'),
  ofList({ field: 'sex', what: say('kønnet', 'the sex') }, 'sex'),
  ofList(
    {
      field: 'birthAuthority',
      what: say('fødselsregistreringsstedet', 'the birth registration authority'),
      suffix: '-2',
    },
    'authorities',
  ),
  twoPersons(
    { one: 'motherPersonnummer', other: 'fatherPersonnummer' },
    { one: mother, other: father },
  ),
  liveOnly,
  motherAge,
  motherSex,
  siblingGap,
  duplicate,
  parentByMarriage,
  spouseDied,
  addressFollows,
  authorityOfMother,
]

function deathOf(person: PersonView): string {
  return validRows(person, 'person')[0]?.start ?? '00010101'
}
