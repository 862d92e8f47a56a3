import { type EventDefinition, getDefinition } from '@sagsgang/events'
import {
  advance,
  migrate,
  type Migration,
  open,
  type Snapshot,
  SnapshotMismatch,
  type StateValue,
} from '@sagsgang/machines'

import type { Folding, JournalEntry } from '../engine/replay.ts'

export interface ToldEntry extends JournalEntry {
  /** Where the case stood then, in the chart of then. */
  readonly state: unknown
}

/**
 * A case as it was before it was migrated. Its chart is gone: where it stood is what the journal says, in today's words; what it
 * knew is what today's chart makes of the same messages.
 */
export function foldAsTold(
  { event, caseId }: Folding,
  entries: readonly ToldEntry[],
  steps: readonly Migration[],
): Snapshot | undefined {
  const definition = getDefinition(event)
  const start = entries.findLastIndex(({ message }) => message.type === 'migrated')
  let snapshot: Snapshot | undefined
  for (const { message, state } of entries.slice(Math.max(start, 0))) {
    const told = tell(definition, { caseId, before: snapshot }, message)
    if (!told) continue
    const value = placeToday(definition, steps, told, state)
    snapshot = value === undefined ? told : { ...told, value }
  }
  return snapshot
}

interface Telling {
  readonly caseId: string
  readonly before: Snapshot | undefined
}

function tell(
  definition: EventDefinition,
  { caseId, before }: Telling,
  message: JournalEntry['message'],
): Snapshot | undefined {
  if (message.type === 'migrated') return message.snapshot
  if (message.type !== 'open') return before && advance(definition, before, message).snapshot
  const { type: _type, ...input } = message
  return open(definition, { ...input, caseId }).snapshot
}

/** Undefined where the migrations know no such place. */
function placeToday(
  definition: EventDefinition,
  steps: readonly Migration[],
  { context }: Snapshot,
  state: unknown,
): StateValue | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the journal's column holds the state's value
    return migrate(steps, definition, { value: state as StateValue, context }).value
  } catch (error) {
    if (error instanceof SnapshotMismatch) return undefined
    throw error
  }
}
