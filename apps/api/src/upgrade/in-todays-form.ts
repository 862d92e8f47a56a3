import { getDefinition } from '@sagsgang/events'
import { migrate, migrationsFor, type Release, type Snapshot } from '@sagsgang/machines'

import { CaseOfNewerVersion } from './case-of-newer-version.ts'

export interface Standing {
  readonly id: string
  readonly event: string
  readonly machineVersion: number
  readonly snapshot: Snapshot
}

/** A case as this version reads it, though nobody has stepped it yet; throws where a newer version has. */
export function inTodaysForm<T extends Standing>(release: Release, stored: T): T {
  if (stored.machineVersion > release.version) throw new CaseOfNewerVersion(stored.id)
  const steps = migrationsFor(release, stored.event, stored.machineVersion)
  if (steps.length === 0) return stored
  return { ...stored, snapshot: migrate(steps, getDefinition(stored.event), stored.snapshot) }
}
