import { addressingNameOf, isTooLongToAddress } from '../addressing-name.ts'
import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { columnOf, currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { peopleIn } from './subjects.ts'

/** The name that the event gives does not fit the addressing name. */
export function isAddressingNameTooLong({ data }: Facts): boolean {
  return isTooLongToAddress({
    firstNames: textOf(data, 'firstNames'),
    lastName: textOf(data, 'lastName'),
  })
}

/** Somebody chose the addressing name: it is not what the name gives. */
export function isAddressingNameByHand(person: PersonView): boolean {
  const written = columnOf(person, 'addressingName', 'addressingName')
  const shown = written ?? person.addressingName
  const name = currentRow(person, 'name')
  if (!shown) return false
  // Of somebody without a name only a hand has written how they are addressed.
  if (!name) return Boolean(written)
  return shown !== addressingNameOf(namePartsOf(name.columns))
}

function namePartsOf(columns: Readonly<Record<string, string | null>>): {
  readonly firstNames: string | null
  readonly lastName: string | null
} {
  return { firstNames: columns['firstNames'] ?? null, lastName: columns['lastName'] ?? null }
}

export function needsAddressingName(facts: Facts): boolean {
  return (
    isAddressingNameTooLong(facts) ||
    peopleIn(facts, 'personnummer').some((person) => isAddressingNameByHand(person))
  )
}
