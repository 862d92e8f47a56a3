import type { EventDefinition } from '@sagsgang/events'

import type { Report } from './parties.ts'
import type { Call } from './update-service.ts'

/** Which of an event's codes a report leaves in the stream of updates; most have one. */

/** A birth has one code when both parents are given and another for the mother alone. */
function isOfOneParent({ parties }: EventDefinition, { data }: Pick<Report, 'data'>): boolean {
  const father = parties['father']
  return father !== undefined && 'field' in father && data[father.field] === undefined
}

export function codeOf(
  definition: EventDefinition,
  report: Pick<Report, 'data'>,
  { followsOn }: Pick<Call, 'followsOn'>,
): string {
  const [usual = 'Z00', other = usual] = definition.eventCodes
  // What ends by itself is told by the register's own rules, never by a report.
  if (other === 'P11') return usual
  if (other === 'P58') return followsOn ? other : usual
  return isOfOneParent(definition, report) ? other : usual
}
