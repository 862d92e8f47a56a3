import type { EventDefinition } from '@sagsgang/events'

import { advance, open, restore } from '../advance.ts'
import { activeStates } from '../chart-of.ts'
import { machineFor } from '../machine-for.ts'
import { isFinal, placeOf } from '../places.ts'
import type { Context, Snapshot } from '../snapshot.ts'
import { movesFrom } from './moves.ts'
import type { World } from './world.ts'

export interface Explored {
  /** Ids of the chart's states that were met. */
  readonly met: ReadonlySet<string>
  /** Places from which no end can be reached any more. */
  readonly deadEnds: readonly string[]
  readonly states: number
}

/** Beyond this something is counted that never comes back. */
const mostStates = 30_000

/** Walks every way that a case can take in a world, counters and names left out. */
export function explore(definition: EventDefinition, world: World): Explored {
  const parent = world.hasParent ? 'case-0' : null
  const start = open(definition, { caseId: 'case-1', data: {}, mode: world.mode, parent })
  const found = new Map<string, Snapshot>([[keyOf(start.snapshot), start.snapshot]])
  const from = new Map<string, string[]>()
  for (const [key, snapshot] of found) {
    if (found.size > mostStates) throw new Error('the search has no end')
    for (const next of nextOf(definition, snapshot, world)) {
      const reached = keyOf(next)
      from.set(reached, [...(from.get(reached) ?? []), key])
      if (!found.has(reached)) found.set(reached, next)
    }
  }
  return {
    met: new Set([...found.values()].flatMap(activeStates)),
    deadEnds: deadEnds(found, from),
    states: found.size,
  }
}

function nextOf(
  definition: EventDefinition,
  snapshot: Snapshot,
  world: World,
): readonly Snapshot[] {
  const restored = restore(machineFor(definition), snapshot)
  return movesFrom(definition, snapshot, world)
    .filter((message) => 'effect' in message || restored.can(message))
    .map((message) => advance(definition, snapshot, message))
    .filter(({ handled }) => handled)
    .map((advanced) => advanced.snapshot)
}

/** Where a case is, as far as its future depends on it. */
function keyOf({ value, context }: Snapshot): string {
  const effects = Object.values(context.open).map(
    ({ type, slot, failed }) => `${type}:${slot}:${failed !== undefined}`,
  )
  return JSON.stringify([value, effects.toSorted(), followOns(context), standing(context)])
}

function followOns(context: Context) {
  return Object.entries(context.followOns).map(([key, { as, cases }]) => [
    key,
    as,
    [...new Set(cases.map(({ state, person }) => `${state}${person}`))].toSorted(),
  ])
}

function standing(context: Context) {
  return [
    context.confirmed,
    context.findings.map(({ rule }) => rule),
    context.reportOn,
    context.report,
    context.unsent > 4,
    context.verified,
    context.differences.length,
    context.lapsed,
    context.overdue.length,
    context.plan.map(({ state }) => state),
    [...new Set(context.corrections.map(({ state }) => state))].toSorted(),
    context.stopping,
    context.stopped.length > 0,
    context.awaited.length,
    context.undoReason !== null,
  ]
}

function deadEnds(
  found: ReadonlyMap<string, Snapshot>,
  from: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ends = [...found].filter(([, snapshot]) => isEnd(snapshot)).map(([key]) => key)
  const alive = new Set(ends)
  for (const key of alive) for (const before of from.get(key) ?? []) alive.add(before)
  const dead = [...found].filter(([key]) => !alive.has(key))
  return [...new Set(dead.map(([, { value }]) => JSON.stringify(value)))]
}

function isEnd(snapshot: Snapshot): boolean {
  return isFinal(snapshot) || placeOf(snapshot) === 'completed'
}
