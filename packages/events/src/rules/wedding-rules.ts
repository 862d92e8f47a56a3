import { isTrue, textOf } from '../case-data.ts'
import { addMonths, firstDayOf, isAfter, isBefore, isRealDate, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRow, validRows } from '../person-facts.ts'
import { say } from '../text.ts'
import { civilStatusOf, isPartnerOf } from './couple-rules.ts'
import { isAnyone, peopleIn } from './subjects.ts'

type Spouse = 'personnummer' | 'spousePersonnummer'

export const spouses: readonly Spouse[] = ['personnummer', 'spousePersonnummer']
const otherOf: Readonly<Record<Spouse, Spouse>> = {
  personnummer: 'spousePersonnummer',
  spousePersonnummer: 'personnummer',
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

export const noOpenSeparation: RuleSpec<Spouse> = {
  id: 'open-separation',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: spouses,
  message: say(
    'Ingen af ægtefællerne må være separeret; en separeret er stadig gift',
    'Neither spouse may be separated; a separated person is still married',
  ),
  isRaised: isAnyone(spouses, (person) => currentRow(person, 'separation') !== undefined),
}

export const partnership: RuleSpec<Spouse | 'marriageKind'> = {
  id: 'partnership',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: [...spouses, 'marriageKind'],
  message: say(
    'En registreret partner kan kun gifte sig med sin partner, og kun som omdannelse',
    'Somebody in a registered partnership can marry only that partner, and only as a conversion',
  ),
  isRaised: (facts) =>
    spouses.some((field) =>
      peopleIn(facts, field).some(
        (person) =>
          civilStatusOf(person) === 'P' &&
          !(
            isPartnerOf(person, facts, otherOf[field]) &&
            textOf(facts.data, 'marriageKind') === 'CONVERSION'
          ),
      ),
    ),
}

/** Somebody who survived a spouse may owe heirs their share of the joint estate. */
export function isSomebodyWidowed(facts: Facts): boolean {
  return spouses.some((field) =>
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
export const adopted: RuleSpec<Spouse> = {
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
