import { personsOf } from '@sagsgang/events'

import type { Handled, Handler, Recording } from '../engine/ports.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import type { Found } from './doubt.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { isInAnotherCase, latestSubmission, settleSubmission } from './submissions.ts'
import type { Submission } from './submissions.ts'

/** The evidence of a save that got no answer: the register is asked before it is told again. */
export function readBackHandler(deps: EffectDeps): Handler<'readBack'> {
  return async (run) => {
    const { report, final } = run.effect.payload
    const submission = await latestSubmission(deps.db, { caseId: run.case.id, report })
    if (!submission) return answer({ type: 'absent', resend: final })
    const ground = groundOf(run.case, await storedView(deps.db, run.case), deps.clock)
    const caller = {
      ...callerOf(run),
      purpose: `afklaring af usikker indberetning: ${run.case.purpose}`,
    }
    const found = await gatherEvidence(deps, {
      ground,
      submission,
      caller,
      over: final,
      isTaken: (pnr) => isInAnotherCase(deps.db, run.case.id, pnr),
    })
    if (found.type === 'notRead') return toHandled(found)
    return settle(deps, { found, ground, submission, final })
  }
}

function answer(told: Extract<Handled, { type: 'answer' }>['answer'], record?: Recording): Handled {
  return { type: 'answer', answer: told, ...(record && { record }) }
}

interface Settling {
  readonly found: Exclude<Found, { type: 'notRead' }>
  readonly ground: CaseGround
  readonly submission: Submission
  readonly final: boolean
}

function settle(deps: EffectDeps, { found, ground, submission, final }: Settling): Handled {
  const now = deps.clock.realNow()
  if (found.type === 'undecided') {
    const { output, reason } = found
    // Should a person decide that it was applied, this is what the answer would have said.
    const state = { id: submission.id, state: 'inDoubt', output, now } as const
    return answer({ type: 'undecided', reason }, (trx) => settleSubmission(trx, state))
  }
  if (found.type === 'absent') {
    if (!final) return answer({ type: 'absent', resend: false })
    const state = { id: submission.id, state: 'notApplied', output: null, now } as const
    return answer({ type: 'absent', resend: maySendAgain(deps) }, (trx) =>
      settleSubmission(trx, state),
    )
  }
  const { output, entry } = found
  const state = { id: submission.id, state: 'confirmed', output, now } as const
  return answer(
    {
      type: 'proven',
      output,
      persons: personsOf(ground.definition, ground.facts.data, ground.facts.view, output),
      acceptedOn: entry.timestamp.slice(0, 8),
    },
    (trx) => settleSubmission(trx, state),
  )
}

/** Only where no save can still be under way once the settle time is over. */
function maySendAgain({ profile, settleSeconds }: EffectDeps): boolean {
  return settleSeconds >= profile.longestProcessingSeconds
}
