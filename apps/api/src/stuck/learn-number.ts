import { getDefinition } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'
import { sql } from 'kysely'

import { groundOf, storedView } from '../effects/case-facts.ts'
import type { EffectDeps } from '../effects/deps.ts'
import type { Doubt, Looking } from '../effects/doubt.ts'
import type { Output } from '../effects/expected.ts'
import { gatherEvidence } from '../effects/gather-evidence.ts'
import { isGivenBy } from '../effects/seek-newborn.ts'
import { isInAnotherCase, latestSubmission } from '../effects/submissions.ts'
import { findCase } from '../engine/case-row.ts'
import type { Actor } from '../engine/ports.ts'
import { refuseUnread } from '../errors.ts'

type Deps = Pick<EffectDeps, 'db' | 'clock'> & Pick<Looking, 'port'>

/** `missing`: the register shows nobody. `notGiven`: it does not say that the save gave the number that was named. */
export type Learnt = 'known' | 'missing' | 'notGiven'

/**
 * Somebody is about to say that a save in doubt was applied which gave a number: everything that follows hangs on it. Where no
 * look at the register has shown it, it is looked for now, on behalf of who decides; or they name it and the register proves it.
 */
export async function learnNumber(
  deps: Deps,
  actor: Actor,
  caseId: string,
  named?: string,
): Promise<Learnt> {
  const doubt = await findDoubt(deps, actor, caseId)
  if (doubt === undefined) return 'known'
  const { id, output } = doubt.submission
  const known = output?.['PNR']
  if (known !== undefined) return named === undefined || named === known ? 'known' : 'notGiven'
  const learnt = await (named === undefined ? look(deps, doubt) : prove(deps, doubt, named))
  if (learnt['PNR'] === undefined) return named === undefined ? 'missing' : 'notGiven'
  await sql`
    update submissions set output = ${JSON.stringify(learnt)}::jsonb
    where id = ${id} and state = 'inDoubt'`.execute(deps.db)
  return 'known'
}

/** Nothing where nobody is to decide, or nobody was to be given a number. */
async function findDoubt(
  { db, clock }: Deps,
  actor: Actor,
  caseId: string,
): Promise<Doubt | undefined> {
  const stored = await findCase(db, caseId)
  if (stored === undefined || placeOf(stored.snapshot) !== 'deciding') return undefined
  const { parties } = getDefinition(stored.event)
  if (!Object.values(parties).some((source) => 'newborn' in source)) return undefined
  const { report } = stored.snapshot.context
  const submission = await latestSubmission(db, { caseId, report })
  if (submission === undefined) return undefined
  return {
    ground: groundOf(stored, await storedView(db, stored), clock),
    submission,
    caller: { actor, purpose: stored.purpose, caseId, effectId: null },
    over: true,
    isTaken: (pnr) => isInAnotherCase(db, caseId, pnr),
  }
}

async function look(looking: Looking, doubt: Doubt): Promise<Output> {
  const found = await gatherEvidence(looking, doubt)
  if (found.type === 'notRead') throw refuseUnread(found.reason)
  return found.output
}

/** What the register refuses to tell of a number is no proof either. */
async function prove(looking: Looking, doubt: Doubt, named: string): Promise<Output> {
  const found = await isGivenBy(looking, doubt, named)
  if (found.type === 'notRead' && found.again !== 'never') throw refuseUnread(found.reason)
  return found.type === 'read' && found.isGiven ? { PNR: named } : {}
}
