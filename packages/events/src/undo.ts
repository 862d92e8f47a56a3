import type { AcceptedFacts, EventDefinition } from './define-event.ts'
import { partiesOf } from './parties.ts'
import type { Text } from './text.ts'

export interface RaisedBlocker {
  readonly text: Text
  readonly severity: 'error' | 'warning'
}

/** Why an event cannot, or should not lightly, be taken back, over the register as it is now. */
export function blockersOf(
  definition: EventDefinition,
  facts: AcceptedFacts,
): readonly RaisedBlocker[] {
  const parties = partiesOf(definition, facts)
  return definition.undo.blockers
    .filter((blocker) => blocker.isRaised(facts, parties))
    .map(({ text, severity }) => ({ text, severity }))
}
