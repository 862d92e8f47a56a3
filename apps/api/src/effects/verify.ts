import type { Difference } from '@sagsgang/events'

import type { Handled, Handler } from '../engine/ports.ts'
import { readRows } from '../register-client/read-view.ts'
import type { Caller, RegisterPort } from '../register-client/register-port.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { allChangesOf, differencesAfter, differencesFromBefore, touchedBy } from './expected.ts'
import type { Output } from './expected.ts'
import { numberGiven } from './numbers-changed.ts'
import { outputOf } from './submissions.ts'

/** Is everyone touched as the effects said? The rows of a derived case were written by the case that opened it. */
export function verifyHandler({ db, port, clock }: EffectDeps): Handler<'verify'> {
  return async (run) => {
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    const output = await outputOf(db, run.case)
    const compared = await compare(port, callerOf(run), { ground, output })
    return { ...compared, renumbered: numberGiven(ground, output) }
  }
}

interface Reported {
  readonly ground: CaseGround
  readonly output: Output
}

/** The rows that were to be written, held against those that are there. */
export async function compare(
  port: RegisterPort,
  caller: Caller,
  { ground, output }: Reported,
): Promise<Handled> {
  const changes = allChangesOf(ground, output)
  const touched = touchedBy(ground.definition, changes, { ...ground.facts, output })
  if (touched.people.length === 0) return verified([])
  const looked = await readRows(port, caller, touched)
  if (looked.type !== 'read') return toHandled(looked)
  return verified(differencesAfter(ground, changes, looked.view))
}

/** The same of an undo: is everything as it was before the case? */
export async function compareWithBefore(
  port: RegisterPort,
  caller: Caller,
  { ground, output }: Reported,
): Promise<Handled> {
  const changes = allChangesOf(ground, output)
  const touched = touchedBy(ground.definition, changes, { ...ground.facts, output })
  const looked = await readRows(port, caller, touched)
  if (looked.type !== 'read') return toHandled(looked)
  return verified(differencesFromBefore(ground, changes, looked.view))
}

function verified(differences: readonly Difference[]): Handled {
  return { type: 'answer', answer: { type: 'verified', differences } }
}
