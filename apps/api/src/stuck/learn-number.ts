import { getDefinition } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'
import { sql } from 'kysely'

import { groundOf, storedView } from '../effects/case-facts.ts'
import type { EffectDeps } from '../effects/deps.ts'
import type { Looking } from '../effects/doubt.ts'
import { gatherEvidence } from '../effects/gather-evidence.ts'
import { isInAnotherCase, latestSubmission } from '../effects/submissions.ts'
import { findCase } from '../engine/case-row.ts'
import type { Actor } from '../engine/ports.ts'
import { refuseUnread } from '../errors.ts'

/**
 * Somebody is about to say that a save in doubt was applied which gave a number: everything that follows hangs on it. Where no
 * look at the register has shown it, it is looked for now, on behalf of who decides.
 */
export async function learnNumber(
  { db, clock, port }: Pick<EffectDeps, 'db' | 'clock'> & Pick<Looking, 'port'>,
  actor: Actor,
  caseId: string,
): Promise<void> {
  const stored = await findCase(db, caseId)
  if (stored === undefined || placeOf(stored.snapshot) !== 'deciding') return
  const { parties } = getDefinition(stored.event)
  if (!Object.values(parties).some((source) => 'newborn' in source)) return
  const { report } = stored.snapshot.context
  const submission = await latestSubmission(db, { caseId, report })
  if (submission === undefined || submission.output?.['PNR'] !== undefined) return
  const ground = groundOf(stored, await storedView(db, stored), clock)
  const found = await gatherEvidence(
    { port, clock },
    {
      ground,
      submission,
      caller: { actor, purpose: stored.purpose, caseId, effectId: null },
      over: true,
      isTaken: (pnr) => isInAnotherCase(db, caseId, pnr),
    },
  )
  if (found.type === 'notRead') throw refuseUnread(found.reason)
  if (found.output['PNR'] === undefined) return
  await sql`
    update submissions set output = ${JSON.stringify(found.output)}::jsonb
    where id = ${submission.id} and state = 'inDoubt'`.execute(db)
}
