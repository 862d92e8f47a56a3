import { emptyView } from '@sagsgang/events'

import type { Handler } from '../engine/ports.ts'
import { groundOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { initiateHandler } from './initiate.ts'
import { lostDialogue } from './lost-submissions.ts'
import { updateOf } from './update-of.ts'
import { validateHandler } from './validate.ts'

/**
 * What has left already, and the store forgot, is neither begun nor judged anew: the register would judge what it may have
 * done itself. The save comes upon it and asks what became of it.
 */

export function initiateUnlessSent(deps: EffectDeps): Handler<'initiate'> {
  const initiate = initiateHandler(deps)
  return async (run) => {
    const { report } = run.effect.payload
    const timestamp = await lostDialogue(deps.db, { caseId: run.case.id, report })
    if (timestamp === undefined) return initiate(run)
    const update = updateOf(groundOf(run.case, emptyView, deps.clock), report)
    const { service, keys, authority } = update
    const dialogue = { service, keys, authority, timestamp }
    return { type: 'answer', answer: { type: 'initiated', dialogue } }
  }
}

export function validateUnlessSent(deps: EffectDeps): Handler<'validate'> {
  const validate = validateHandler(deps)
  return async (run) => {
    const { report } = run.effect.payload
    const timestamp = await lostDialogue(deps.db, { caseId: run.case.id, report })
    if (timestamp === undefined) return validate(run)
    return { type: 'answer', answer: { type: 'validated' } }
  }
}
