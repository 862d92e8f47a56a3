import { deadlinesOf, offersOf, offersUntil } from '@sagsgang/events'

import type { PureHandler } from '../engine/ports.ts'
import { offeredAbove } from './above.ts'
import { groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { outputOf } from './submissions.ts'

/** Which follow-ons apply, judged by the register as it was before the save, and which deadlines run. */
export function offerHandler({ clock }: Pick<EffectDeps, 'clock'>): PureHandler<'offer'> {
  return async (trx, run) => {
    const { accepted } = run.case.snapshot.context
    const ground = groundOf(run.case, await storedView(trx, run.case), clock)
    const { definition } = ground
    const acceptedOn = accepted.on ?? ground.facts.today
    const output = await outputOf(trx, run.case)
    const facts = {
      ...ground.facts,
      output,
      offeredAbove: await offeredAbove(trx, run.case.parentId),
    }
    return {
      type: 'offered',
      followOns: offersOf(definition, facts),
      deadlines: deadlinesOf(definition, facts, acceptedOn),
      offersUntil: offersUntil(acceptedOn),
    }
  }
}
