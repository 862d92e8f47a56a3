import { tracked, type TrackedEnvelope } from '@trpc/server'

import { authorize } from '../access/authorize.ts'
import type { CaseChange } from '../case-view.ts'
import type { JournalChange } from './journal-feed.ts'
import type { SignedIn } from './trpc.ts'

/** The changes that this person may know of: all that happens from the moment the stream stands, or after a break. */
export async function watchCases(
  ctx: SignedIn,
  lastEventId: string | null | undefined,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<TrackedEnvelope<CaseChange>>> {
  // Known before the first byte leaves: who hears that the stream stands may look, and misses nothing that comes after.
  const start = lastEventId == null ? await ctx.services.journal.last() : Number(lastEventId)
  return changesFrom(ctx, start, signal ?? new AbortController().signal)
}

/** The id of each is where to go on from after a break. */
async function* changesFrom(
  { services, actor }: SignedIn,
  start: number,
  signal: AbortSignal,
): AsyncGenerator<TrackedEnvelope<CaseChange>> {
  const isVisible = (change: JournalChange) =>
    authorize(actor, 'cases.watch', change).type === 'allowed'
  for await (const batch of services.journal.from(start, signal)) {
    const visible = batch.changes.filter(isVisible)
    for (const [index, { caseId, event, status, version }] of visible.entries()) {
      // A stream cut inside a batch must begin with that batch again.
      const position = index === visible.length - 1 ? batch.position : batch.before
      yield tracked(String(position), { caseId, event, status, version })
    }
  }
}
