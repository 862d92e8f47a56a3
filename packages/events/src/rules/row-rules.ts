import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { currentRows } from '../person-facts.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { isAnyone } from './subjects.ts'

interface Rows<F extends string> {
  /** Several where it is about each of a couple. */
  readonly field: F | readonly F[]
  /** In the definite form: `the person`. */
  readonly who: Text
  readonly entity: Entity
  /** Without article: `relocation order`. */
  readonly row: Text
  /** Which of several rows is meant; any of the kind unless given. */
  readonly isMeant?: (row: RegisterRow, facts: Facts) => boolean
}

const any = (): boolean => true

function fieldsOf<F extends string>({ field }: Rows<F>): readonly F[] {
  return typeof field === 'string' ? [field] : field
}

/** What is to end must be there. */
export function activeRow<F extends string>(rows: Rows<F>): RuleSpec<F> {
  const { who, entity, row: what, isMeant = any } = rows
  return {
    id: 'active-row',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: fieldsOf(rows),
    message: sentence(
      say(`${who.da} har ingen gældende ${what.da}`, `${who.en} has no current ${what.en}`),
    ),
    isRaised: isAnyone(
      fieldsOf(rows),
      (person, facts) => !currentRows(person, entity).some((row) => isMeant(row, facts)),
    ),
  }
}

/** What is to begin must not be there yet. */
export function noActiveRow<F extends string>(rows: Rows<F>): RuleSpec<F> {
  const { who, entity, row: what, isMeant = any } = rows
  return {
    id: 'no-active-row',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: fieldsOf(rows),
    message: sentence(
      say(
        `${who.da} har allerede en gældende ${what.da}`,
        `${who.en} already has a current ${what.en}`,
      ),
    ),
    isRaised: isAnyone(fieldsOf(rows), (person, facts) =>
      currentRows(person, entity).some((row) => isMeant(row, facts)),
    ),
  }
}

/** Nothing would change. */
export function sameAsRegistered<F extends string>(
  value: { readonly field: F; readonly person: string; readonly what: Text },
  isSame: Parameters<typeof isAnyone>[1],
): RuleSpec<F> {
  const { field, person, what } = value
  return {
    id: 'same',
    layer: 'register',
    severity: 'warning',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${what.da} svarer til det, der allerede er registreret: bekræft, at rækken ønskes`,
        `${what.en} equals what is registered already: confirm that the row is wanted`,
      ),
    ),
    isRaised: isAnyone([person], isSame),
  }
}
