import { isTrue, textOf } from '../case-data.ts'
import { addMonths, ageOn, firstDayOf, isAfter, isBefore, isRealDate, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, currentRow, kinOf, spouseOf, validRows } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { isAnyone, peopleIn, personIn } from './subjects.ts'

type Couple = 'personnummer' | 'spousePersonnummer'

const couple: readonly Couple[] = ['personnummer', 'spousePersonnummer']
const otherOf: Readonly<Record<Couple, Couple>> = {
  personnummer: 'spousePersonnummer',
  spousePersonnummer: 'personnummer',
}
const free = ['U', 'F', 'E', 'O', 'L']

function civilStatusOf(person: PersonView): string | null {
  return columnOf(person, 'civilStatus', 'civilStatus')
}

function isPartnerOf(person: PersonView, { data }: Facts, field: Couple): boolean {
  return civilStatusOf(person) === 'P' && spouseOf(person) === textOf(data, otherOf[field])
}

/** Free to marry, or in a partnership with the other one that is to be converted. */
export function freeToMarry(field: Couple, who: Text, suffix = ''): RuleSpec<Couple> {
  return {
    id: `civ${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${who.da} skal have civilstand U, F, E, O eller L, eller P med den anden (omdannelse)`,
        `${who.en} must have civil status U, F, E, O or L, or P with the other one (a conversion)`,
      ),
    ),
    isRaised: isAnyone(
      [field],
      (person, facts) =>
        !free.includes(civilStatusOf(person) ?? '') && !isPartnerOf(person, facts, field),
    ),
  }
}

const majority = 18

export const adult: RuleSpec<Couple> = {
  id: 'adult',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: couple,
  message: say(
    'Begge ægtefæller skal være fyldt 18 år på vielsesdatoen',
    'Both spouses must be at least 18 years old on the wedding date',
  ),
  isRaised: isAnyone(couple, (person, { data }) => {
    const day = textOf(data, 'marriageDate')
    return day !== '' && ageOn(person.birthDate, lastDayOf(day)) < majority
  }),
}

function parentsOf(person: PersonView): readonly string[] {
  return [...kinOf(person, 'mother'), ...kinOf(person, 'father')]
}

function isParentOrChild(one: PersonView, other: PersonView): boolean {
  return [...parentsOf(one), ...kinOf(one, 'child')].includes(other.pnr)
}

function areRelated(one: PersonView, other: PersonView): boolean {
  const shared = parentsOf(one).some((parent) => parentsOf(other).includes(parent))
  return shared || isParentOrChild(one, other) || isParentOrChild(other, one)
}

export const notRelated: RuleSpec<Couple> = {
  id: 'notrel',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['spousePersonnummer'],
  message: say(
    'Personen og ægtefællen må ikke være forælder og barn eller søskende',
    'The person and the spouse must not be parent and child, or siblings',
  ),
  isRaised: (facts) => {
    const [one, other] = [personIn(facts, 'personnummer'), personIn(facts, 'spousePersonnummer')]
    return one !== undefined && other !== undefined && areRelated(one, other)
  },
}

const kindsWithCertificate = ['CIVIL', 'CHURCH', 'COMMUNITY']

export function needsCertificate({ data }: Facts): boolean {
  return kindsWithCertificate.includes(textOf(data, 'marriageKind'))
}

export const certificate: RuleSpec<'certificateDate' | 'marriageDate'> = {
  id: 'certificate',
  layer: 'date',
  severity: 'error',
  basis: 'sourced',
  fields: ['certificateDate', 'marriageDate'],
  message: say(
    'Prøvelsesattesten skal være dateret højst 4 måneder før vielsen og ikke efter den',
    'The certificate of marriage conditions must be dated at most 4 months before the wedding and not after it',
  ),
  isRaised: (facts) => {
    const [day, wedding] = [
      textOf(facts.data, 'certificateDate'),
      textOf(facts.data, 'marriageDate'),
    ]
    if (!needsCertificate(facts) || wedding === '') return false
    const [from, until] = [addMonths(firstDayOf(wedding), -4), lastDayOf(wedding)]
    return !isRealDate(day) || isAfter(day, until) || isBefore(day, from)
  },
}

export const noOpenSeparation: RuleSpec<Couple> = {
  id: 'open-separation',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: couple,
  message: say(
    'Ingen af ægtefællerne må være separeret; en separeret er stadig gift',
    'Neither spouse may be separated; a separated person is still married',
  ),
  isRaised: isAnyone(couple, (person) => currentRow(person, 'separation') !== undefined),
}

export const partnership: RuleSpec<Couple | 'marriageKind'> = {
  id: 'partnership',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: [...couple, 'marriageKind'],
  message: say(
    'En registreret partner kan kun gifte sig med sin partner, og kun som omdannelse',
    'Somebody in a registered partnership can marry only that partner, and only as a conversion',
  ),
  isRaised: (facts) =>
    couple.some((field) =>
      peopleIn(facts, field).some(
        (person) =>
          civilStatusOf(person) === 'P' &&
          !(
            isPartnerOf(person, facts, field) && textOf(facts.data, 'marriageKind') === 'CONVERSION'
          ),
      ),
    ),
}

/** Somebody who survived a spouse may owe heirs their share of the joint estate. */
export function isSomebodyWidowed(facts: Facts): boolean {
  return couple.some((field) =>
    peopleIn(facts, field).some((person) => ['E', 'L'].includes(civilStatusOf(person) ?? '')),
  )
}

export const estate: RuleSpec<'estateShown'> = {
  id: 'estate',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['estateShown'],
  readsRegister: true,
  message: say(
    'En efterlevende ægtefælle skal vise, at fællesboet er skiftet eller under skifte',
    'A widowed spouse must show that the joint estate is divided or under administration',
  ),
  isRaised: (facts) => isSomebodyWidowed(facts) && !isTrue(facts.data, 'estateShown'),
}

export const marriedAbroad: RuleSpec<'marriageKind'> = {
  id: 'abroad',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['marriageKind'],
  declaration: true,
  message: say(
    'Bekræft, at vielsen i udlandet er anerkendt i Danmark',
    'Confirm that the wedding abroad is recognised in Denmark',
  ),
  isRaised: ({ data }) => textOf(data, 'marriageKind') === 'ABROAD',
}

/** A link that once stood as parent and child may be an adoption that was lifted: rows of the past count here. */
export const adopted: RuleSpec<Couple> = {
  id: 'adopted',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['spousePersonnummer'],
  declaration: true,
  message: say(
    'De to har været registreret som forælder og barn: bekræft, at adoptionen er ophævet',
    'The two have been registered as parent and child: confirm that the adoption is lifted',
  ),
  isRaised: (facts) => {
    const other = textOf(facts.data, 'spousePersonnummer')
    return peopleIn(facts, 'personnummer').some((person) =>
      validRows(person, 'kinship').some((row) => row.columns['personnummer'] === other),
    )
  },
}
