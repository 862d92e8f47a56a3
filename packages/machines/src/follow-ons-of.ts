import type { EventDefinition, FollowOn, FollowOnMode, Text } from '@sagsgang/events'

import { candidates, rowOf } from './changes/follow-on-rows.ts'
import { eventOf, traitsOf } from './chart/traits.ts'
import { regionName } from './region-name.ts'
import type { Context, Snapshot, StateValue } from './snapshot.ts'

export interface FollowOnStanding {
  readonly key: string
  /** The event, or the maintenance operation, that it opens. */
  readonly event: string
  readonly name: Text
  readonly for: Text
  readonly mode: FollowOnMode
  /** `due`, `offered`, `open`, or how it ended. */
  readonly state: string
  readonly cases: readonly string[]
  /** People for whom a case may still be opened. */
  readonly people: readonly string[]
  readonly deadline?: string
  readonly reason?: string
}

/** The follow-ons of an accepted case, in the order of its definition. */
export function followOnsOf(
  definition: EventDefinition,
  snapshot: Snapshot,
): readonly FollowOnStanding[] {
  const regions = regionsOf(snapshot.value)
  return traitsOf(definition).regions.flatMap((one) => {
    const value = regions[one.key]
    return value === undefined ? [] : [standing(one, innermost(value), snapshot.context)]
  })
}

function standing(one: FollowOn, state: string, context: Context): FollowOnStanding {
  const row = rowOf(context, one.key)
  const deadline = context.deadlines.find(({ followOn }) => followOn === one.key)
  const left = candidates(context, one.key)
  return {
    key: one.key,
    event: eventOf(one),
    name: regionName(one),
    for: one.for,
    mode: one.mode,
    state,
    cases: row.cases.map(({ caseId }) => caseId),
    people: left.filter((person) => person !== null),
    ...(deadline && { deadline: deadline.date }),
    ...(row.reason !== undefined && { reason: row.reason }),
  }
}

function regionsOf(value: StateValue): Readonly<Record<string, StateValue>> {
  const regions = below(below(below(value, 'work'), 'accepted'), 'followOns')
  return regions === undefined || typeof regions === 'string' ? {} : regions
}

function below(value: StateValue | undefined, name: string): StateValue | undefined {
  return value === undefined || typeof value === 'string' ? undefined : value[name]
}

function innermost(value: StateValue): string {
  if (typeof value === 'string') return value
  const [inner] = Object.values(value)
  return inner === undefined ? '' : innermost(inner)
}
