import type { EventDefinition } from '@sagsgang/events'

import { advance, open, restore } from '../advance.ts'
import { activeStates } from '../chart-of.ts'
import { machineFor } from '../machine-for.ts'
import { isFinal, placeOf } from '../places.ts'
import type { Context, OpenInput, Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'
import { watchArrows } from './arrows.ts'
import { movesFrom } from './moves.ts'
import type { World } from './world.ts'

export interface Explored {
  /** Ids of the chart's states that were met, each with a shortest way there: the words that were said. */
  readonly met: ReadonlyMap<string, readonly string[]>
  /** Arrows of the chart that were taken. */
  readonly taken: ReadonlySet<string>
  /** Places from which no end can be reached any more. */
  readonly deadEnds: readonly string[]
  /** Each place that was found, as it stood there. */
  readonly found: readonly Snapshot[]
  readonly states: number
}

/** Beyond this something is counted that never comes back. */
const mostStates = 30_000

/** Walks every way that a case can take in a world, counters and names left out. */
export function explore(definition: EventDefinition, world: World): Explored {
  const watching = watchArrows(machineFor(definition))
  const { found, from } = search(definition, world, () => 'on')
  watching.stop()
  return {
    met: shortestWays([...found.values()]),
    taken: watching.taken,
    deadEnds: deadEnds(found, from),
    found: [...found.values()].map(({ snapshot }) => snapshot),
    states: found.size,
  }
}

/** A place that was found, and what was said on a shortest way there. */
export interface Found {
  readonly snapshot: Snapshot
  readonly said: readonly string[]
  /** By what it was reached, and from where; at the beginning, what the case was opened with. */
  readonly by: Message | OpenInput
  readonly before: Found | null
}

interface Searched {
  readonly found: ReadonlyMap<string, Found>
  readonly from: ReadonlyMap<string, readonly string[]>
}

/** The nearest first. `see` is shown each step as it is taken, also one to where others led, and says when it has seen enough. */
export function search(
  definition: EventDefinition,
  world: World,
  see: (step: Found) => 'on' | 'enough',
): Searched {
  const first = beginning(definition, world)
  const found = new Map<string, Found>([[keyOf(first.snapshot), first]])
  const from = new Map<string, string[]>()
  if (see(first) === 'enough') return { found, from }
  for (const [key, one] of found) {
    if (found.size > mostStates) throw new Error('the search has no end')
    for (const next of nextOf(definition, one, world)) {
      const reached = keyOf(next.snapshot)
      from.set(reached, [...(from.get(reached) ?? []), key])
      if (!found.has(reached)) found.set(reached, next)
      if (see(next) === 'enough') return { found, from }
    }
  }
  return { found, from }
}

function beginning(definition: EventDefinition, world: World): Found {
  const parent = world.hasParent ? 'case-0' : null
  const { mode, hasParent: ordered } = world
  const input = { caseId: 'case-1', data: {}, mode, parent, ordered }
  return { snapshot: open(definition, input).snapshot, said: [], by: input, before: null }
}

/** What was found first lies nearest. */
function shortestWays(found: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>()
  for (const { snapshot, said } of found)
    for (const id of activeStates(snapshot)) if (!ways.has(id)) ways.set(id, said)
  return ways
}

function* nextOf(definition: EventDefinition, before: Found, world: World): Generator<Found> {
  const { snapshot, said } = before
  const restored = restore(machineFor(definition), snapshot)
  for (const message of movesFrom(definition, snapshot, world)) {
    if (!('effect' in message) && !restored.can(message)) continue
    const told = advance(definition, snapshot, message)
    if (told.handled)
      yield { snapshot: told.snapshot, said: [...said, message.type], by: message, before }
  }
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
    Math.min(context.unsent, 5),
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
  found: ReadonlyMap<string, Found>,
  from: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ends = [...found].filter(([, { snapshot }]) => isEnd(snapshot)).map(([key]) => key)
  const alive = new Set(ends)
  for (const key of alive) for (const before of from.get(key) ?? []) alive.add(before)
  const dead = [...found].filter(([key]) => !alive.has(key))
  return [...new Set(dead.map(([, { snapshot }]) => JSON.stringify(snapshot.value)))]
}

function isEnd(snapshot: Snapshot): boolean {
  return isFinal(snapshot) || placeOf(snapshot) === 'completed'
}
