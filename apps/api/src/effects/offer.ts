import { deadlinesOf, offersOf, offersUntil, personsOf } from '@sagsgang/events'
import type { Facts } from '@sagsgang/events'

import type { Answer, PureHandler, StoredCase } from '../engine/ports.ts'
import { offeredAbove } from './above.ts'
import { groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { outputOf } from './submissions.ts'

/** Which follow-ons apply, judged by the register as it was before the save, and which deadlines run. */
export function offerHandler({ clock }: Pick<EffectDeps, 'clock'>): PureHandler<'offer'> {
  return async (db, run) => {
    const ground = groundOf(run.case, run.view ?? (await storedView(db, run.case)), clock)
    const above = await offeredAbove(db, run.case.parentId)
    return offersFor(run.case, ground, { output: await outputOf(db, run.case), above })
  }
}

interface Known {
  readonly output: NonNullable<Facts['output']>
  readonly above: NonNullable<Facts['offeredAbove']>
}

/** What an accepted case gives access to. */
export function offersFor(
  { snapshot }: StoredCase,
  { definition, facts: before }: CaseGround,
  { output, above }: Known,
): Extract<Answer, { type: 'offered' }> {
  const facts = { ...before, output, offeredAbove: above }
  const acceptedOn = snapshot.context.accepted.on ?? facts.today
  return {
    type: 'offered',
    followOns: offersOf(definition, facts),
    deadlines: deadlinesOf(definition, facts, acceptedOn),
    offersUntil: offersUntil(acceptedOn),
    ...(isLearntLate(snapshot, output) && {
      persons: personsOf(definition, facts.data, facts.view, output),
    }),
  }
}

/** A person said that the save stands: the number that it gave was not in any answer. */
function isLearntLate({ context }: StoredCase['snapshot'], output: Known['output']): boolean {
  const { outputs } = context.accepted
  return output['PNR'] !== undefined && outputs.every((one) => one['PNR'] === undefined)
}
