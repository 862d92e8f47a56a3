import { getDefinition } from '@sagsgang/events'
import { landingsOf } from '@sagsgang/machines'

import type { LandingPlanView } from '../case-view.ts'
import { getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { latestLanding, stateOf, toLandingView } from './landing-row.ts'

/** Where a case may be moved by hand as it stands, what would come of it, and what waits for a second person. */
export async function planLanding(ctx: SignedIn, caseId: string): Promise<LandingPlanView> {
  const { record } = await getGuarded(ctx, caseId, 'cases.planLanding')
  const { db, clock } = ctx.services
  const latest = await latestLanding(db, caseId)
  const isOpen = latest !== undefined && stateOf(latest, clock.realNow()) === 'open'
  return {
    caseId,
    version: record.version,
    places: landingsOf(getDefinition(record.event), record.snapshot),
    proposal: isOpen ? toLandingView(latest, ctx.actor, clock.realNow()) : null,
  }
}
