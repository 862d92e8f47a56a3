import type { Difference } from '@sagsgang/events'

import type { Handled, Handler } from '../engine/ports.ts'
import { readRows } from '../register-client/read-view.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { allChangesOf, differencesAfter, touchedBy } from './expected.ts'
import { outputOf } from './submissions.ts'

/** Is everyone touched as the effects said? The rows of a derived case were written by the case that opened it. */
export function verifyHandler({ db, port, clock }: EffectDeps): Handler<'verify'> {
  return async (run) => {
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    const changes = allChangesOf(ground, await outputOf(db, run.case))
    const touched = touchedBy(ground.definition, changes, ground.facts.data)
    if (touched.people.length === 0) return verified([])
    const looked = await readRows(port, callerOf(run), touched)
    if (looked.type !== 'read') return toHandled(looked)
    return verified(differencesAfter(ground, changes, looked.view))
  }
}

function verified(differences: readonly Difference[]): Handled {
  return { type: 'answer', answer: { type: 'verified', differences } }
}
