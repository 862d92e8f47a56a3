import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { birthDateOf, isPnr, sexOf } from '../pnr.ts'
import { personIn } from '../rules/subjects.ts'
import { say } from '../text.ts'

function newNumber({ data }: Facts): string | null {
  const pnr = textOf(data, 'newPersonnummer')
  return isPnr(pnr) ? pnr : null
}

/** Nobody goes over to the number that they have. */
const another: RuleSpec = {
  id: 'another',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['newPersonnummer'],
  message: say(
    'Det nye nummer skal være et andet end det, personen har',
    'The new number must be another than the one the person has',
  ),
  isRaised: (facts) => newNumber(facts) === textOf(facts.data, 'personnummer'),
}

/** A new number is of the birth date and sex that are right; what is not said anew was right before. */
const saysWhatIsRight: RuleSpec = {
  id: 'right-number',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['newPersonnummer'],
  message: say(
    'Det nye nummer skal svare til den rigtige fødselsdato og det rigtige køn',
    'The new number must agree with the right birth date and sex',
  ),
  isRaised: (facts) => {
    const pnr = newNumber(facts)
    const person = personIn(facts, 'personnummer')
    if (pnr === null || !person) return false
    const { data } = facts
    const birthDate = isGiven(data, 'birthDate') ? textOf(data, 'birthDate') : person.birthDate
    const sex = isGiven(data, 'sex') ? textOf(data, 'sex') : person.sex
    return birthDateOf(pnr) !== birthDate || sexOf(pnr) !== sex
  },
}

export const numberRules: readonly RuleSpec[] = [another, saysWhatIsRight]
