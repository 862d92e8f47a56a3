import { isTrue, textOf } from '../case-data.ts'
import { addMonths, ageOn, isAfter, isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, currentRow } from '../person-facts.ts'
import { birthDateOf, isPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture, notBeforeBirth } from './date-rules.ts'
import { namePartRules, nameSizes } from './name-part-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone, peopleIn, personIn } from './subjects.ts'

const person = say('personen', 'the person')
const nameDate = { field: 'nameDate', what: say('virkningsdatoen', 'the name date') } as const

const sameName: RuleSpec<'firstNames' | 'lastName'> = {
  id: 'same',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['firstNames', 'lastName'],
  message: say(
    'Navnet er det, der allerede er registreret: bekræft, at det skal registreres igen',
    'The name is the one already registered: confirm that it is to be registered again',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const name = currentRow(subject, 'name')?.columns
    return (
      name !== undefined &&
      ['firstNames', 'middleName', 'lastName'].every(
        (part) => (name[part] ?? '') === textOf(data, part),
      )
    )
  }),
}

function isForWedding({ data }: Facts): boolean {
  return textOf(data, 'ground') === 'WEDDING'
}

const weddingWindow: RuleSpec<'nameDate' | 'ground'> = {
  id: 'wedding-window',
  layer: 'date',
  severity: 'warning',
  basis: 'sourced',
  fields: ['nameDate', 'ground'],
  message: say(
    'Virkningsdatoen ligger ikke inden for 3 måneder efter vielsen: der skal betales gebyr',
    'The name date does not lie within 3 months after the wedding: the fee is due',
  ),
  isRaised: (facts) =>
    isForWedding(facts) &&
    isAnyone(['personnummer'], (subject, { data }) => {
      const wedding = weddingOf(subject, facts)
      const day = textOf(data, 'nameDate')
      return wedding === null || isBefore(day, wedding) || isAfter(day, addMonths(wedding, 3))
    })(facts),
}

/** The day of the marriage that stands; a child takes a name by its parents' wedding, which the worker knows. */
function weddingOf(subject: PersonView, facts: Facts): string | null {
  const row = currentRow(subject, 'civilStatus')
  if (row?.columns['civilStatus'] === 'G') return row.start
  return isMinor(facts) ? textOf(facts.data, 'nameDate') : null
}

/** Whether the new name and the spouse's have a middle name or a surname in common. */
function hasCommonName(facts: Facts): boolean {
  const spouse = personIn(facts, 'spousePersonnummer')
  const shared = ['middleName', 'lastName'].flatMap((part) =>
    spouse ? (columnOf(spouse, 'name', part)?.toLowerCase() ?? []) : [],
  )
  return ['middleName', 'lastName'].some((part) =>
    shared.includes(textOf(facts.data, part).toLowerCase()),
  )
}

function isWithoutCommonName(facts: Facts): boolean {
  const hasSpouse = peopleIn(facts, 'spousePersonnummer').length > 0
  return isForWedding(facts) && hasSpouse && !hasCommonName(facts)
}

const commonName: RuleSpec<'ground' | 'feePaid'> = {
  id: 'common-name',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['ground', 'feePaid'],
  message: say(
    'Ægtefællerne får ikke fælles mellem- eller efternavn: der skal betales gebyr',
    'The spouses get no middle name or surname in common: the fee is due',
  ),
  isRaised: (facts) => isWithoutCommonName(facts) && !isTrue(facts.data, 'feePaid'),
}

/** A name taken for a wedding is free only where it is common to the couple. */
export function owesFee(facts: Facts): boolean {
  return textOf(facts.data, 'ground') === 'APPLICATION' || isWithoutCommonName(facts)
}

function ageOf({ data }: Facts): number | null {
  const [pnr, day] = [textOf(data, 'personnummer'), textOf(data, 'nameDate')]
  return isPnr(pnr) && day !== '' ? ageOn(birthDateOf(pnr), day) : null
}

function isMinor(facts: Facts): boolean {
  return (ageOf(facts) ?? 18) < 18
}

/** Old enough to be asked, too young to decide alone. */
export function mustConsent(facts: Facts): boolean {
  return isMinor(facts) && (ageOf(facts) ?? 0) >= 12
}

/** That the holders of parental authority have signed, no field says. */
const childConsent: RuleSpec<'consentOfChild'> = {
  id: 'child-consent',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['consentOfChild'],
  declaration: true,
  message: say(
    'Bekræft, at indehaverne af forældremyndigheden har skrevet under, og at et barn på 12-17 år er enigt',
    'Confirm that the holders of parental authority have signed, and that a child of 12 to 17 agrees',
  ),
  isRaised: isMinor,
}

const marker: RuleSpec<keyof typeof nameSizes> = {
  id: 'marker',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['firstNames', 'middleName', 'lastName'],
  message: say(
    'Et navn fylder hele feltet: er det forkortet, skal det mærkes og stå fuldt ud i sagens papirer',
    'A name fills the whole field: if it is shortened, it must be marked and stand in full in the documents of the case',
  ),
  isRaised: ({ data }) =>
    Object.entries(nameSizes).some(([field, size]) => textOf(data, field).length === size),
}

export const nameChangeRules = [
  ...personRules({
    field: 'personnummer',
    who: person,
    statuses: living,
  }),
  fmtDate(nameDate),
  noFuture(nameDate),
  notBeforeBirth(nameDate, { people: ['personnummer'], who: person }),
  latest(nameDate, {
    people: ['personnummer'],
    entity: 'name',
    row: say('det nuværende navn', 'the current name'),
  }),
  ...namePartRules,
  sameName,
  weddingWindow,
  commonName,
  childConsent,
  marker,
]
