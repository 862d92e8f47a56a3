import type { Handler } from '../engine/ports.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { outputOf } from './submissions.ts'
import { compareWithBefore, type Differing, withoutOthers } from './verify.ts'
import { savesOfUndo } from './written-since.ts'

/** Is everything as it was before the case? What others have reported since it was taken back is theirs. */
export function verifyUndoHandler(deps: EffectDeps): Handler<'verifyUndo'> {
  return async (run) => {
    const { db, port, clock } = deps
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    const output = await outputOf(db, run.case)
    const leaveOut = async (differing: Differing) =>
      withoutOthers(deps, callerOf(run), await savesOfUndo(deps, run.case), differing)
    return compareWithBefore(port, callerOf(run), { ground, output, leaveOut })
  }
}
