import { listOf, textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { isPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'

/** The numbers that a field holds, one or a list; an unknown person and a malformed number are nobody to look at. */
export function numbersIn(facts: Facts, field: string): readonly string[] {
  return [textOf(facts.data, field), ...listOf(facts.data, field)].filter(isPnr)
}

/** The people whom a field names and the register knows: rules about anybody else are not judged. */
export function peopleIn(facts: Facts, field: string): readonly PersonView[] {
  return numbersIn(facts, field).flatMap((pnr) => facts.view.people[pnr] ?? [])
}

export function personIn(facts: Facts, field: string): PersonView | undefined {
  return peopleIn(facts, field)[0]
}

/** A rule about a person applies to each one that its fields name. */
export function isAnyone(
  fields: readonly string[],
  judge: (person: PersonView, facts: Facts) => boolean,
): (facts: Facts) => boolean {
  return (facts) =>
    fields.some((field) => peopleIn(facts, field).some((person) => judge(person, facts)))
}
