import { emptyView } from '@sagsgang/events'

import type { Handler } from '../engine/ports.ts'
import { readView } from '../register-client/read-view.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { numbersChanged } from './numbers-changed.ts'

/** Everyone and everything the rules look at, kept beside the case until it ends. */
export function lookUpHandler({ db, port, clock }: EffectDeps): Handler<'lookUp'> {
  return async (run) => {
    const { definition, facts } = groundOf(run.case, emptyView, clock)
    const at = clock.realNow()
    const looked = await readView(port, callerOf(run), { definition, data: facts.data })
    if (looked.type !== 'read') return toHandled(looked)
    const renumbered = numbersChanged(await storedView(db, run.case), looked.view)
    // Under the new number everything is looked up anew.
    if (renumbered.length > 0)
      return { type: 'retry', reason: 'renumbered', countsAttempt: true, renumbered }
    return {
      type: 'answer',
      answer: { type: 'lookedUp' },
      looked: { view: looked.view, at },
    }
  }
}
