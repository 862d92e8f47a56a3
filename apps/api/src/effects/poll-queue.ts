import { personsOf } from '@sagsgang/events'

import type { Handler } from '../engine/ports.ts'
import { readRows } from '../register-client/read-view.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { subjectOf } from './read-back-subject.ts'
import { isInAnotherCase, latestSubmission, settleSubmission } from './submissions.ts'

/** Has what waits in the register's own queue taken effect? As long as the person has data waiting, it has not. */
export function pollQueueHandler(deps: EffectDeps): Handler<'pollQueue'> {
  return async (run) => {
    const { report } = run.effect.payload
    const submission = await latestSubmission(deps.db, { caseId: run.case.id, report })
    if (!submission)
      return { type: 'answer', answer: { type: 'failed', reason: 'nothing was submitted' } }
    const ground = groundOf(run.case, await storedView(deps.db, run.case), deps.clock)
    const caller = callerOf(run)
    const found = await gatherEvidence(deps, {
      ground,
      submission,
      caller,
      over: false,
      isTaken: (pnr) => isInAnotherCase(deps.db, run.case.id, pnr),
    })
    if (found.type === 'notRead') return toHandled(found)
    if (found.type === 'undecided')
      return { type: 'answer', answer: { type: 'failed', reason: found.reason } }
    if (found.type === 'absent') return stillWaits(deps, caller, subjectOf(ground, report)?.pnr)
    const { output, entry } = found
    const state = {
      id: submission.id,
      state: 'confirmed',
      output,
      now: deps.clock.realNow(),
    } as const
    const { definition, facts } = ground
    return {
      type: 'answer',
      answer: {
        type: 'saved',
        output,
        persons: personsOf(definition, facts.data, facts.view, output),
        acceptedOn: entry.timestamp.slice(0, 8),
      },
      record: (trx) => settleSubmission(trx, state),
    }
  }
}

async function stillWaits(
  { port }: EffectDeps,
  caller: ReturnType<typeof callerOf>,
  pnr: string | undefined,
): ReturnType<Handler<'pollQueue'>> {
  const people = pnr === undefined ? [] : [pnr]
  const looked = await readRows(port, caller, { people, entities: [] })
  if (looked.type !== 'read') return toHandled(looked)
  const isWaiting = people.some((person) => looked.view.people[person]?.waiting)
  if (isWaiting) return { type: 'answer', answer: { type: 'stillQueued' } }
  return { type: 'answer', answer: { type: 'failed', reason: 'gone from the waiting queue' } }
}
