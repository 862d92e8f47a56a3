import type { EventDefinition } from '@sagsgang/events'

import { advance, open } from '../advance.ts'
import { commandsOf } from '../commands-of.ts'
import type { Migration } from '../migrations/migration.ts'
import { migrate, migrationsFor } from '../migrations/release.ts'
import type { Release } from '../migrations/release.ts'
import { isFinal, statusOf } from '../places.ts'
import { misfitOf } from '../snapshot-mismatch.ts'
import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'
import { waitsFor } from '../waits-for.ts'
import type { Reached } from './golden-file.ts'
import { toJson } from './golden-file.ts'
import { isSame } from './patch.ts'

/** What becomes of a kept version's cases under today's chart. */
export interface Followed {
  /** Led to the very same snapshot. */
  readonly same: number
  readonly migrated: number
  readonly lost: readonly Lost[]
}

interface Lost {
  /** Everything that was said, in order. */
  readonly said: readonly string[]
  readonly why: string
}

interface Following {
  readonly definition: EventDefinition
  readonly version: number
  readonly release: Release
}

export function follow(following: Following, reached: readonly Reached[]): Followed {
  const steps = migrationsFor(following.release, following.definition.id, following.version)
  const today = replayed(following.definition, reached)
  const ends = reached.map((step, index) => {
    const way = wayTo(reached, index)
    const played = isReworded(steps, way) ? undefined : today[index]
    const isKept = played !== undefined && isSame(toJson(played), toJson(step.snapshot))
    if (isKept) return { type: 'same' } as const
    const why = whyLost(following.definition, steps, step.snapshot)
    return why === undefined
      ? ({ type: 'migrated' } as const)
      : ({ type: 'lost', lost: { said: way.map(({ by }) => wordOf(by)), why } } as const)
  })
  return {
    same: ends.filter(({ type }) => type === 'same').length,
    migrated: ends.filter(({ type }) => type === 'migrated').length,
    lost: ends.flatMap((end) => (end.type === 'lost' ? [end.lost] : [])),
  }
}

/** The same journals, told to today's chart. */
function replayed(
  definition: EventDefinition,
  reached: readonly Reached[],
): readonly (Snapshot | undefined)[] {
  const today: (Snapshot | undefined)[] = []
  for (const { before, by } of reached) today.push(told(definition, today[before], by))
  return today
}

function told(
  definition: EventDefinition,
  before: Snapshot | undefined,
  by: Message | OpenInput,
): Snapshot | undefined {
  if (!('type' in by)) return open(definition, by).snapshot
  return before && advance(definition, before, by).snapshot
}

function wayTo(reached: readonly Reached[], index: number): readonly Reached[] {
  const step = reached[index]
  return step ? [...wayTo(reached, step.before), step] : []
}

function isReworded(steps: readonly Migration[], way: readonly Reached[]): boolean {
  const words = new Set<string>(steps.flatMap(({ reworded }) => reworded))
  return way.some(({ by }) => words.has(wordOf(by)))
}

function wordOf(by: Message | OpenInput): string {
  return 'type' in by ? by.type : 'open'
}

/** A migrated case must stand somewhere, be over if it was, and be shown like any other. */
function whyLost(
  definition: EventDefinition,
  steps: readonly Migration[],
  snapshot: Snapshot,
): string | undefined {
  if (steps.length === 0) {
    return misfitOf(definition, snapshot) ?? 'it now leads elsewhere'
  }
  try {
    const next = migrate(steps, definition, snapshot)
    commandsOf(definition, next)
    waitsFor(definition, next)
    statusOf(next)
    return isFinal(next) ? undefined : canBeTold(definition, next)
  } catch (error) {
    return error instanceof Error ? error.message : 'the migration broke'
  }
}

/** Anything at all can be said to it: XState takes its place for one of its own. */
function canBeTold(definition: EventDefinition, snapshot: Snapshot): string | undefined {
  const { handled } = advance(definition, snapshot, { type: 'assign', to: 'somebody' })
  return handled ? undefined : 'nothing can be said to it'
}
