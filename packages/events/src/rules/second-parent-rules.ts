import { isTrue, textOf } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import { ageOn, isAfter, isBefore, lastDayOf } from '../dates.ts'
import { dateOfDeadline } from '../deadlines.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { findPerson, kinOf, rowsOn, currentRows } from '../person-facts.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { documented, twoPersons } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone, peopleIn, personIn } from './subjects.ts'

const child = say('barnet', 'the child')
const startDate = { field: 'startDate', what: say('virkningsdatoen', 'the start date') } as const

const notBeforeChild: RuleSpec<'startDate'> = {
  id: 'not-before-birth',
  layer: 'date',
  severity: 'error',
  basis: 'modelled',
  fields: ['startDate'],
  message: say(
    'Virkningsdatoen må ikke ligge før barnets fødselsdato',
    'The start date must not lie before the child’s birth date',
  ),
  isRaised: isAnyone(['personnummer'], ({ birthDate }, { data }) => {
    const day = textOf(data, 'startDate')
    return day !== '' && isBefore(lastDayOf(day), birthDate)
  }),
}

const registrars = ['04', '25']

const lateDeclaration: RuleSpec<'basisOfParentage'> = {
  id: 'late-declaration',
  layer: 'date',
  severity: 'warning',
  basis: 'sourced',
  fields: ['basisOfParentage'],
  message: say(
    'Erklæringen afgives mere end 14 dage efter fødslen: send sagen til Familieretshuset',
    'The declaration comes more than 14 days after the birth: send the case to the Agency of Family Law',
  ),
  isRaised: (facts) => {
    const due = dateOfDeadline('paternity-14-days', facts)
    const isDeclared = textOf(facts.data, 'basisOfParentage') === 'DECLARATION'
    const isRegistrar = registrars.includes(authorityTypeOf(facts.authority) ?? '')
    return isDeclared && isRegistrar && due !== null && isAfter(facts.today, due)
  },
}

/** A parent without a number stands there by name. */
const noOtherParent: RuleSpec<'personnummer'> = {
  id: 'open',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Barnet har allerede en anden forælder: ret eller fortryd en forkert først',
    'The child already has a second parent: correct or undo a wrong one first',
  ),
  isRaised: isAnyone(['personnummer'], (person) =>
    currentRows(person, 'kinship').some((row) => row.columns['relation'] === 'father'),
  ),
}

function parentAge(parent: Text): RuleSpec<'parentPersonnummer'> {
  return {
    id: 'parent-age',
    layer: 'register',
    severity: 'warning',
    basis: 'modelled',
    fields: ['parentPersonnummer'],
    message: sentence(
      say(
        `${parent.da} var under 14 år ved barnets fødsel`,
        `${parent.en} was under 14 years old at the child’s birth`,
      ),
    ),
    isRaised: (facts) => {
      const [born] = peopleIn(facts, 'personnummer').map(({ birthDate }) => birthDate)
      return peopleIn(facts, 'parentPersonnummer').some(
        ({ birthDate }) => born !== undefined && ageOn(birthDate, born) < 14,
      )
    },
  }
}

const spouseOfMother: RuleSpec<'personnummer'> = {
  id: 'spouse-of-mother',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Moderen var gift på fødselsdatoen, og ægtefællen er en anden',
    'The mother was married on the birth date and her spouse is another person',
  ),
  isRaised: (facts) => {
    const subject = personIn(facts, 'personnummer')
    const [mother] = subject ? kinOf(subject, 'mother') : []
    const seen = findPerson(facts.view, mother ?? '')
    if (!subject || !seen) return false
    return rowsOn(seen, 'civilStatus', subject.birthDate).some(
      (row) =>
        row.columns['civilStatus'] === 'G' &&
        row.columns['spousePersonnummer'] !== textOf(facts.data, 'parentPersonnummer'),
    )
  },
}

const signedBases = ['DECLARATION', 'RECOGNITION']

export function needsMothersConsent({ data }: Facts): boolean {
  return signedBases.includes(textOf(data, 'basisOfParentage'))
}

const bothSigned: RuleSpec<'motherConsent' | 'basisOfParentage'> = {
  id: 'mother-married-other',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['motherConsent', 'basisOfParentage'],
  declaration: true,
  message: say(
    'Moderens samtykke er ikke givet: bekræft, at begge forældre har skrevet under',
    'The mother’s consent is not given: confirm that both parents have signed',
  ),
  isRaised: (facts) => needsMothersConsent(facts) && !isTrue(facts.data, 'motherConsent'),
}

export type SecondParentField =
  | 'personnummer'
  | 'parentPersonnummer'
  | 'startDate'
  | 'basisOfParentage'
  | 'motherConsent'
  | 'documentation'

/** Rules about a father or a co-mother, named in the definite form: `the father`. */
export function secondParentRules(parent: Text): readonly RuleSpec<SecondParentField>[] {
  return [
    ...personRules({ field: 'personnummer', who: child, statuses: living }),
    ...personRules({ field: 'parentPersonnummer', who: parent, suffix: '-2' }),
    fmtDate(startDate),
    noFuture(startDate),
    twoPersons({ one: 'personnummer', other: 'parentPersonnummer' }, { one: child, other: parent }),
    documented('documentation', say('erklæringen eller afgørelsen', 'the declaration or decision')),
    notBeforeChild,
    lateDeclaration,
    noOtherParent,
    parentAge(parent),
    spouseOfMother,
    bothSigned,
  ]
}
