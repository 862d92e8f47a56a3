import type { EventDefinition, FollowOn, FollowOnMode, Text } from '@sagsgang/events'

import { candidates, rowOf } from './changes/follow-on-rows.ts'
import { eventOf, isRequired, traitsOf } from './chart/traits.ts'
import type { FollowOnHold } from './outcomes.ts'
import { regionName } from './region-name.ts'
import type { Context, Snapshot, StateValue } from './snapshot.ts'

export interface FollowOnStanding {
  readonly key: string
  /** The event, or the maintenance operation, that it opens. */
  readonly event: string
  readonly name: Text
  readonly for: Text
  readonly mode: FollowOnMode
  /** When it is needed or may be wanted, in words. */
  readonly when?: Text
  /** Given where the worker says whether it is needed at all. */
  readonly decides?: 'worker'
  /** A case for itself: this one ends without it. */
  readonly separateCase?: true
  /** `due`, `offered`, `open`, or how it ended. */
  readonly state: string
  readonly cases: readonly string[]
  /** People for whom a case may still be opened. */
  readonly people: readonly string[]
  readonly deadline?: string
  /** Why it cannot be opened yet, in a stable word; or why it was let go. */
  readonly reason?: string
}

/** The follow-ons of an accepted case, in the order of its definition. */
export function followOnsOf(
  definition: EventDefinition,
  snapshot: Snapshot,
): readonly FollowOnStanding[] {
  const { regions } = traitsOf(definition)
  const states = statesIn(snapshot.value)
  return regions.flatMap((one) => {
    const state = states[one.key]
    if (state === undefined) return []
    const told = standing(one, state, snapshot.context)
    const isHeld = regions.some((other) => holdsBack(other, one, states[other.key]))
    const held = { reason: 'awaitsFollowOn' satisfies FollowOnHold }
    return [{ ...(isHeld && isOpening(state) && held), ...told }]
  })
}

const isOpening = (state: string): boolean => state === 'due' || state === 'offered'

/** The chart's guard decides; this says in a word what it looks at. */
function holdsBack(other: FollowOn, one: FollowOn, state: string | undefined): boolean {
  if (other === one || !one.after.includes(eventOf(other))) return false
  return state === 'open' || (isRequired(other) && state === 'due')
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
    ...(one.when && { when: one.when }),
    ...(one.decides === 'worker' && { decides: one.decides }),
    ...(one.separateCase && { separateCase: one.separateCase }),
    state,
    cases: row.cases.map(({ caseId }) => caseId),
    people: left.filter((person) => person !== null),
    ...(deadline && { deadline: deadline.date }),
    ...(row.reason !== undefined && { reason: row.reason }),
  }
}

function statesIn(value: StateValue): Readonly<Record<string, string>> {
  const regions = below(below(below(value, 'work'), 'accepted'), 'followOns')
  if (regions === undefined || typeof regions === 'string') return {}
  return Object.fromEntries(Object.entries(regions).map(([key, one]) => [key, innermost(one)]))
}

function below(value: StateValue | undefined, name: string): StateValue | undefined {
  return value === undefined || typeof value === 'string' ? undefined : value[name]
}

function innermost(value: StateValue): string {
  if (typeof value === 'string') return value
  const [inner] = Object.values(value)
  return inner === undefined ? '' : innermost(inner)
}
