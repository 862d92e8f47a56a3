import type { EventDefinition } from '@sagsgang/events'

import { machineFor, machineVersion } from '../machine-for.ts'
import { checkSnapshot } from '../snapshot-mismatch.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations.ts'

/** Which version of the machines somebody runs, and how cases of earlier ones come to it. */
export interface Release {
  readonly version: number
  readonly migrations: readonly Migration[]
}

export const currentRelease: Release = { version: machineVersion, migrations }

/** What lies between a case of this version and the release, for this event: in order, and often nothing. */
export function migrationsFor(
  release: Release,
  event: string,
  version: number,
): readonly Migration[] {
  return release.migrations
    .filter(({ from, events }) => {
      const concerns = events === 'all' || events.includes(event)
      return concerns && from >= version && from < release.version
    })
    .toSorted((one, other) => one.from - other.from)
}

/** The snapshot as today's chart has it; throws `SnapshotMismatch` where the migrations lead to no place of it. */
export function migrate(
  steps: readonly Migration[],
  definition: EventDefinition,
  snapshot: Snapshot,
): Snapshot {
  let next = snapshot
  for (const step of steps) next = step.migrate(next, definition)
  checkSnapshot(machineFor(definition), next)
  return next
}
