import type { EventEffect, Value } from '../effects.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

interface Parting {
  /** The other one's party. */
  readonly other: 'spouse' | 'partner'
  /** What the other one's rows are marked with. */
  readonly mark: Value
  /** The civil status row that each of the two gets. */
  readonly set: (party: string) => Readonly<Record<string, Value>>
  readonly text: Text
}

/** Two change together: civil status, and a separation that then has nothing to hang on. */
export function partingEffects({ other, mark, set, text }: Parting): readonly EventEffect[] {
  const marked = { derivedMark: mark }
  return [
    { party: 'person', entity: 'civilStatus', operation: 'appendRow', set: set('person'), text },
    {
      party: other,
      entity: 'civilStatus',
      operation: 'appendRow',
      set: set(other),
      ...marked,
      text,
    },
    endOfSeparation('person'),
    { ...endOfSeparation(other), ...marked },
  ]
}

function endOfSeparation(party: string): EventEffect {
  return {
    party,
    entity: 'separation',
    operation: 'endRow',
    when: { party, has: 'separation' },
    text: say('en åben separation ophører samme dag', 'an open separation ends that day'),
  }
}

/** The civil status before the tie, with the one it was with; unmarried where there was none. */
export function asBefore(party: string): Readonly<Record<string, Value>> {
  const before = (column: string): Value => ({ previous: 'civilStatus', of: party, column })
  return {
    civilStatus: { first: [before('civilStatus'), 'U'] },
    spousePersonnummer: before('spousePersonnummer'),
    spouseName: before('spouseName'),
    spouseBirthDate: before('spouseBirthDate'),
    authority: before('authority'),
  }
}
