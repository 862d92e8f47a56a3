import type { AcceptedFacts, CompensationStep, EventDefinition } from './define-event.ts'
import { partiesOf } from './parties.ts'
import type { Text } from './text.ts'

/** What taking an event back takes back, in that order: follow-ons first, the event itself last. */
export function stepsOf(definition: EventDefinition): readonly CompensationStep[] {
  return definition.undo.steps
}

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
