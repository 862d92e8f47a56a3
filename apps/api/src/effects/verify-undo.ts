import type { Handler } from '../engine/ports.ts'
import { readRows } from '../register-client/read-view.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { allChangesOf, differencesFromBefore, touchedBy } from './expected.ts'
import { outputOf } from './submissions.ts'

/** Is everything as it was before the case? */
export function verifyUndoHandler({ db, port, clock }: EffectDeps): Handler<'verifyUndo'> {
  return async (run) => {
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    const changes = allChangesOf(ground, await outputOf(db, run.case))
    const touched = touchedBy(ground.definition, changes, ground.facts.data)
    const looked = await readRows(port, callerOf(run), touched)
    if (looked.type !== 'read') return toHandled(looked)
    const differences = differencesFromBefore(changes, looked.view)
    return { type: 'answer', answer: { type: 'verified', differences } }
  }
}
