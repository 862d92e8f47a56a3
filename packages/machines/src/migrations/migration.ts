import type { EventDefinition } from '@sagsgang/events'

import type { Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'

/** How cases of one version become cases of the next, where playing their journals again does not say it. */
export interface Migration {
  /** The version that it leaves; it leads to the one after. */
  readonly from: number
  /** Ids of events and maintenance operations. */
  readonly events: 'all' | readonly string[]
  /** Pure, and for every snapshot that the old chart could be in. What it no longer has in `open` is dropped from the queue. */
  readonly migrate: (snapshot: Snapshot, definition: EventDefinition) => Snapshot
  /** Messages that meant something else before: a journal that holds one is not to be told to today's chart. */
  readonly reworded: readonly Message['type'][]
}
