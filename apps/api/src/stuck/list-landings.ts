import { nameOf } from '@sagsgang/events'

import { openLandings, toLandingView } from '../landing/landing-row.ts'
import type { LandingToApprove } from '../operations-view.ts'
import type { SignedIn } from '../procedures/trpc.ts'

/** Proposals to move a case by hand that wait for a second person. */
export async function listLandings(ctx: SignedIn): Promise<readonly LandingToApprove[]> {
  const { actor, services } = ctx
  const { db, clock } = services
  const rows = await openLandings(db, actor.authority, clock.realNow())
  const ids = rows.map(({ caseId }) => caseId)
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'number', 'event'])
    .where('id', 'in', ids.length === 0 ? [''] : ids)
    .execute()
  const known = new Map(cases.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const one = known.get(row.caseId)
    if (one === undefined) return []
    const view = toLandingView(row, actor, clock.realNow())
    return [{ ...view, number: one.number, eventName: nameOf(one.event) }]
  })
}
