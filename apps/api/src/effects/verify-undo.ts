import type { Handler } from '../engine/ports.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { outputOf } from './submissions.ts'
import { compareWithBefore } from './verify.ts'

/** Is everything as it was before the case? */
export function verifyUndoHandler({ db, port, clock }: EffectDeps): Handler<'verifyUndo'> {
  return async (run) => {
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    return compareWithBefore(port, callerOf(run), { ground, output: await outputOf(db, run.case) })
  }
}
