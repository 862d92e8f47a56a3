import type { AcceptedFacts, Blocker, EventDefinition } from './define-event.ts'
import type { Entity } from './entities.ts'
import { partiesOf } from './parties.ts'
import { say } from './text.ts'
import type { Text } from './text.ts'

export interface RaisedBlocker {
  readonly id: string
  readonly text: Text
  readonly severity: 'error' | 'warning'
  /** What would free it. */
  readonly freedBy: Text
  /** Kinds of rows among which what stands in the way is to be found. */
  readonly kinds: readonly Entity[]
}

/** Why an event cannot, or should not lightly, be taken back, over the register as it is now. */
export function blockersOf(
  definition: EventDefinition,
  facts: AcceptedFacts,
): readonly RaisedBlocker[] {
  const parties = partiesOf(definition, facts)
  return definition.undo.blockers
    .filter((blocker) => blocker.isRaised(facts, parties))
    .map(({ id, text, severity, freedBy = freedByDefault[severity], kinds }) => ({
      id,
      text,
      severity,
      freedBy,
      kinds,
    }))
}

const freedByDefault: Readonly<Record<Blocker['severity'], Text>> = {
  error: say(
    'Fortryd det senere først, eller ret oplysningen i stedet',
    'Undo the later one first, or correct the data instead',
  ),
  warning: say(
    'Det spærrer ikke: se efter, om fortrydelsen stadig er rigtig',
    'It does not stop the undo: look whether the undo is still right',
  ),
}

/** Kinds of rows that keep a number from being given up while they stand. */
export const weightyKinds: readonly Entity[] = [
  'name',
  'address',
  'civilStatus',
  'citizenship',
  'church',
  'kinship',
  'parentalAuthority',
  'migration',
  'disappearance',
  'separation',
]
