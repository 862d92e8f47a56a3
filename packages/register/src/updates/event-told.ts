import type { EventDefinition } from '@sagsgang/events'

import { holds } from './effect-values.ts'
import { reportOf } from './reports.ts'
import type { Described } from './reports.ts'
import type { Call } from './update-service.ts'

/** Several events share a service: what the report says tells which one it is. */

function isTold(service: Described, call: Call): boolean {
  const mark = service.definition.toldBy
  if (mark === undefined) return true
  if ('holds' in mark) return holds(reportOf(service, call), mark.holds)
  const value = call.data[mark.code] ?? call.keys[mark.code] ?? ''
  return (value !== '') === mark.given
}

export type Shared = Omit<Described, 'definition'> & {
  readonly definitions: readonly [EventDefinition, ...EventDefinition[]]
}

export function eventTold({ definitions, ...service }: Shared, call: Call): Described {
  const [first] = definitions
  const told = definitions.find((definition) => isTold({ ...service, definition }, call))
  return { ...service, definition: told ?? first }
}
