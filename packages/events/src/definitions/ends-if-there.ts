import type { EventEffect } from '../effects.ts'
import type { Entity } from '../entities.ts'
import type { Text } from '../text.ts'

/** What a party had of a kind, if anything, ends with the event. */
export function endsIfThere(
  party: string,
  entity: Entity,
  text: Text,
  operation: 'endRow' | 'endRows' = 'endRow',
): EventEffect {
  return { party, entity, operation, when: { party, has: entity }, text }
}
