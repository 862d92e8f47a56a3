import { tracked, type TrackedEnvelope } from '@trpc/server'

import { authorize } from '../access/authorize.ts'
import type { CaseChange } from '../case-view.ts'
import type { JournalChange } from './journal-feed.ts'
import type { SignedIn } from './trpc.ts'

/** The changes that this person may know of. The id of each is where to go on from after a break. */
export async function* watchCases(
  { services, actor }: SignedIn,
  lastEventId: string | null | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<TrackedEnvelope<CaseChange>> {
  const isVisible = (change: JournalChange) =>
    authorize(actor, 'cases.watch', change).type === 'allowed'
  const start = lastEventId == null ? null : Number(lastEventId)
  const never = new AbortController().signal
  for await (const batch of services.journal.from(start, signal ?? never)) {
    const visible = batch.changes.filter(isVisible)
    for (const [index, { caseId, event, status, version }] of visible.entries()) {
      // A stream cut inside a batch must begin with that batch again.
      const position = index === visible.length - 1 ? batch.position : batch.before
      yield tracked(String(position), { caseId, event, status, version })
    }
  }
}
