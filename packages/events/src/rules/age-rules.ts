import { textOf } from '../case-data.ts'
import { ageOn, lastDayOf } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import type { PersonView } from '../register-view.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { isAnyone } from './subjects.ts'

interface Aged<F extends string> {
  readonly fields: readonly F[]
  /** In the definite form: `the child`. */
  readonly who: Text
  readonly dateField: string
  /** In the definite form: `the start date`. */
  readonly date: Text
}

const majority = 18

/** Of age on a day; an uncertain day counts as late as it may be. */
export function isAdultOn(person: Pick<PersonView, 'birthDate'>, day: string): boolean {
  return ageOn(person.birthDate, lastDayOf(day)) >= majority
}

export function adult<F extends string>(aged: Aged<F>): RuleSpec<F> {
  const { fields, who, dateField, date } = aged
  return {
    id: 'adult',
    layer: 'register',
    severity: 'error',
    basis: 'sourced',
    fields,
    message: sentence(
      say(
        `${who.da} skal være fyldt 18 år på ${date.da}`,
        `${who.en} must be at least 18 years old on ${date.en}`,
      ),
    ),
    isRaised: isAnyone(fields, (person, { data }) => {
      const day = textOf(data, dateField)
      return day !== '' && !isAdultOn(person, day)
    }),
  }
}

export function minor<F extends string>(aged: Aged<F>): RuleSpec<F> {
  const { fields, who, dateField, date } = aged
  return {
    id: 'minor',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields,
    message: sentence(
      say(
        `${who.da} skal være under 18 år på ${date.da}`,
        `${who.en} must be under 18 on ${date.en}`,
      ),
    ),
    isRaised: isAnyone(fields, (person, { data }) => {
      const day = textOf(data, dateField)
      return day !== '' && isAdultOn(person, day)
    }),
  }
}
