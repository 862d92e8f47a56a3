import { authorityTypeOf, type EventDefinition } from '@sagsgang/events'

import type { Actor } from '../engine/ports.ts'

/** Whether the authority's type is among those that report the event by themselves. */
export function mayReport(
  { reporters }: EventDefinition,
  { authority }: Pick<Actor, 'authority'>,
): boolean {
  const own = authorityTypeOf(authority)
  return reporters.some(({ authorityType }) => authorityType !== null && authorityType === own)
}
