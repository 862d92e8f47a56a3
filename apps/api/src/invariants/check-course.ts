import { findDefinition } from '@sagsgang/events'
import { currentRelease, type Snapshot, statusOf } from '@sagsgang/machines'

import { searchableOf } from '../engine/case-row.ts'
import { fold } from '../engine/replay.ts'
import { judgeCase, judgeKind } from '../upgrade/judge-case.ts'
import { isSameJson } from './is-same-json.ts'
import type { CaseReading } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** The snapshot is where the journal leads, and everything beside it says the same. */
export function checkCourse(reading: CaseReading, played?: Played): readonly Violation[] {
  if (isForUpgrade(reading)) return [...findGaps(reading), ...compareQueue(reading)]
  return courseOf(reading, played ?? playAll(reading))
}

/** Another version stepped it last, and a migration says how this one will read it: its first step writes that down. */
function isForUpgrade({ case: row, entries }: CaseReading): boolean {
  const kept = {
    caseId: row.id,
    event: row.event,
    definitionHash: row.definition_hash,
    machineVersion: row.machine_version,
    snapshot: row.snapshot,
  }
  if (judgeKind(currentRelease, kept)?.type === 'same') return false
  const { type } = judgeCase(currentRelease, kept, entries)
  return type === 'newer' || type === 'migrated'
}

function courseOf(reading: CaseReading, played: Played): readonly Violation[] {
  return [
    ...findGaps(reading),
    ...compareFold(reading, played),
    ...compareColumns(reading),
    ...compareQueue(reading),
  ]
}

function broken(caseId: string, says: string): Violation {
  return { id: 'I5', caseId, says }
}

function findGaps({ case: { id, version }, entries }: CaseReading): readonly Violation[] {
  const gap = entries.findIndex(({ seq }, index) => seq !== index + 1)
  if (gap >= 0)
    return [broken(id, `entry ${gap + 1} of the journal is numbered ${entries[gap]?.seq}`)]
  if (entries.length === version) return []
  return [broken(id, `the version is ${version} after ${entries.length} entries`)]
}

function compareFold(
  { case: { id, snapshot } }: CaseReading,
  played: Played,
): readonly Violation[] {
  if (typeof played === 'string') return [broken(id, played)]
  if (!isSameJson(played, snapshot))
    return [broken(id, 'the snapshot is not where the journal leads')]
  return []
}

/** Where a journal leads, or why that cannot be said: one that was tampered with may hold anything. */
export type Played = Snapshot | string

function playAll({ case: { event, id }, entries }: CaseReading): Played {
  return play({ event, caseId: id, from: undefined, entries })
}

export interface Playing {
  readonly event: string
  readonly caseId: string
  /** Where the entries before these led; undefined before the first. */
  readonly from: Snapshot | undefined
  readonly entries: CaseReading['entries']
}

export function play({ event, caseId, from, entries }: Playing): Played {
  if (!findDefinition(event)) return `no event "${event}" in the catalogue`
  try {
    const played = fold({ event, caseId, from }, entries)
    return played ?? 'the journal does not begin with an opening'
  } catch (error) {
    return `the journal cannot be played: ${error instanceof Error ? error.name : typeof error}`
  }
}

/** Lists search by the columns. An effect that was given up for dead shows in them alone. */
function compareColumns({ case: row, entries, effects }: CaseReading): readonly Violation[] {
  const { id, snapshot, status, stuck_cause: stuckCause, assignee, deadline } = row
  const isDead = effects.some(({ state }) => state === 'dead')
  if (isDead && status === 'stuck' && stuckCause === 'unreadable') return []
  const stored = { status, stuckCause, assignee, deadline }
  const differing = !isSameJson(stored, searchableOf(snapshot))
  const last = entries.at(-1)
  const isTold =
    last === undefined ||
    (last.status === statusOf(snapshot) && isSameJson(last.state, snapshot.value))
  return [
    ...(differing ? [broken(id, 'the columns are not those of the snapshot')] : []),
    ...(isTold ? [] : [broken(id, 'the last entry does not say where the case stands')]),
  ]
}

/** What the case waits for is what the queue carries out. */
function compareQueue({ case: row, effects }: CaseReading): readonly Violation[] {
  const { id, snapshot } = row
  const awaited = Object.entries(snapshot.context.open)
    .filter(([, { failed }]) => failed === undefined)
    .map(([effect, { type }]) => `${effect} ${type}`)
    .toSorted()
  const queued = effects
    .filter(({ state }) => state === 'open' || state === 'dead')
    .map(({ effect_id: effect, type }) => `${effect} ${type}`)
    .toSorted()
  if (awaited.join() === queued.join()) return []
  return [broken(id, `awaits ${listed(awaited)}, and the queue holds ${listed(queued)}`)]
}

function listed(effects: readonly string[]): string {
  return effects.length === 0 ? 'nothing' : effects.join(' and ')
}
