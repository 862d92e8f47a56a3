import { isLater, peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

interface Later {
  readonly id: string
  readonly text: Text
  readonly parties: readonly string[]
  readonly dateField: string
  /** Civil statuses that stand in the way; any unless given. */
  readonly statuses?: readonly string[]
}

/** In the way of an undo while one of the two has a civil status that came after it. */
export function laterCivilStatus({ id, text, parties, dateField, statuses }: Later): Blocker {
  return {
    id,
    text,
    severity: 'error',
    kinds: ['civilStatus'],
    freedBy: say(
      'Fortryd den senere civilstand først, eller ret oplysningen i stedet',
      'Undo the later civil status first, or correct the data instead',
    ),
    isRaised: (facts, people) =>
      parties
        .flatMap((party) => peopleOfParty(facts, people, party))
        .some((person) => {
          const row = currentRow(person, 'civilStatus')
          const isMeant = statuses?.includes(row?.columns['civilStatus'] ?? '') ?? true
          return row !== undefined && isMeant && isLater(row, facts, dateField)
        }),
  }
}

/** What somebody has become who married again, whatever became of that. */
export const remarried: readonly string[] = ['G', 'P', 'F', 'O', 'E', 'L']
