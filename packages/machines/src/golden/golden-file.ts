import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'
import type { Json, Patch } from './patch.ts'
import { patched, patchTo } from './patch.ts'

/** What a version of the machines made of journals that lead to every state and arrow of a chart. */
export interface GoldenFile {
  /** Events and maintenance operations that this is the chart of. */
  readonly events: readonly string[]
  readonly fingerprint: string
  /** A tree, as ways have their beginnings in common: each step after the one that it goes on from. */
  readonly steps: readonly GoldenStep[]
}

/** Where it goes on from, -1 for a new case; what was said, or what it was opened with; what that changed. */
export type GoldenStep = readonly [before: number, by: Message | OpenInput, changed: Patch]

/** A step with the snapshot that the version came to. */
export interface Reached {
  readonly before: number
  readonly by: Message | OpenInput
  readonly snapshot: Snapshot
}

export function toSteps(reached: readonly Reached[]): readonly GoldenStep[] {
  return reached.map(({ before, by, snapshot }) => [
    before,
    by,
    patchTo(toJson(reached[before]?.snapshot ?? {}), toJson(snapshot)),
  ])
}

export function toReached(steps: readonly GoldenStep[]): readonly Reached[] {
  const reached: Reached[] = []
  for (const [before, by, changed] of steps) {
    const json = patched(toJson(reached[before]?.snapshot ?? {}), changed)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as an earlier version wrote it: it is held against today's chart
    reached.push({ before, by, snapshot: json as unknown as Snapshot })
  }
  return reached
}

export function toJson(value: Snapshot | Record<string, never>): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a snapshot is JSON: it is stored as it stands
  return value as unknown as Json
}
