import type { EffectHandlers } from '../engine/ports.ts'
import { checkHandler } from './check.ts'
import type { EffectDeps } from './deps.ts'
import { lookUpHandler } from './look-up.ts'
import { offerHandler } from './offer.ts'
import { planHandler } from './plan.ts'
import { pollQueueHandler } from './poll-queue.ts'
import { readBackHandler } from './read-back.ts'
import { saveHandler } from './save.ts'
import { initiateUnlessSent, validateUnlessSent } from './unless-sent.ts'
import { verifyUndoHandler } from './verify-undo.ts'
import { verifyHandler } from './verify.ts'

/** How every effect that touches rules or the register is carried out. */
export function createHandlers(deps: EffectDeps): EffectHandlers {
  return {
    check: checkHandler(deps),
    lookUp: lookUpHandler(deps),
    initiate: initiateUnlessSent(deps),
    validate: validateUnlessSent(deps),
    save: saveHandler(deps),
    readBack: readBackHandler(deps),
    pollQueue: pollQueueHandler(deps),
    offer: offerHandler(deps),
    verify: verifyHandler(deps),
    plan: planHandler(deps),
    verifyUndo: verifyUndoHandler(deps),
  }
}
