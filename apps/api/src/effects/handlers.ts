import type { EffectHandlers } from '../engine/ports.ts'
import { checkHandler } from './check.ts'
import type { EffectDeps } from './deps.ts'
import { initiateHandler } from './initiate.ts'
import { lookUpHandler } from './look-up.ts'
import { offerHandler } from './offer.ts'
import { planHandler } from './plan.ts'
import { pollQueueHandler } from './poll-queue.ts'
import { readBackHandler } from './read-back.ts'
import { saveHandler } from './save.ts'
import { validateHandler } from './validate.ts'
import { verifyUndoHandler } from './verify-undo.ts'
import { verifyHandler } from './verify.ts'

/** How every effect that touches rules or the register is carried out. */
export function createHandlers(deps: EffectDeps): EffectHandlers {
  return {
    check: checkHandler(deps),
    lookUp: lookUpHandler(deps),
    initiate: initiateHandler(deps),
    validate: validateHandler(deps),
    save: saveHandler(deps),
    readBack: readBackHandler(deps),
    pollQueue: pollQueueHandler(deps),
    offer: offerHandler(deps),
    verify: verifyHandler(deps),
    plan: planHandler(deps),
    verifyUndo: verifyUndoHandler(deps),
  }
}
