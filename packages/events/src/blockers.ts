import { textOf } from './case-data.ts'
import { isAfter } from './dates.ts'
import type { AcceptedFacts, Blocker, Parties } from './define-event.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { currentRows } from './person-facts.ts'
import type { PersonView } from './register-view.ts'
import type { Text } from './text.ts'

/** What the register shows of a party now. */
export function peopleOfParty(
  facts: AcceptedFacts,
  parties: Parties,
  party: string,
): readonly PersonView[] {
  return (parties[party] ?? []).flatMap((pnr) => facts.view.people[pnr] ?? [])
}

/** A row that came after the event's own: by its date, or by the day it was written. */
export function isLater(row: RegisterRow, facts: AcceptedFacts, dateField: string): boolean {
  const written = row.timestamp.slice(0, 8)
  return isAfter(row.start, textOf(facts.data, dateField)) || isAfter(written, facts.acceptedOn)
}

/** In the way of an undo while a row of the kind came after the event’s own. */
export function blockedByLater(
  of: { readonly party: string; readonly entity: Entity; readonly dateField: string },
  says: { readonly id: string; readonly text: Text },
): Blocker {
  return {
    ...says,
    severity: 'error',
    kinds: [of.entity],
    isRaised: (facts, parties) =>
      peopleOfParty(facts, parties, of.party).some((person) =>
        currentRows(person, of.entity).some((row) => isLater(row, facts, of.dateField)),
      ),
  }
}
