import { emptyView } from '@sagsgang/events'

import type { Handler } from '../engine/ports.ts'
import { notRead, toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { isConfirmed, receiptFindings } from './receipt-findings.ts'
import { updateOf } from './update-of.ts'

/** Opens the conversation with the update service. Nothing is changed yet, so it may be repeated. */
export function initiateHandler({ port, clock }: EffectDeps): Handler<'initiate'> {
  return async (run) => {
    const ground = groundOf(run.case, emptyView, clock)
    const answer = await port.initiate(callerOf(run), updateOf(ground, run.effect.payload.report))
    if (answer.type === 'failed') return toHandled(notRead(answer.reason))
    if (answer.type === 'accepted')
      return { type: 'answer', answer: { type: 'initiated', dialogue: answer.dialogue } }
    const findings = receiptFindings(ground.definition, answer.receipt)
    if (answer.type === 'refused') return { type: 'answer', answer: { type: 'refused', findings } }
    const { dialogue } = answer
    // A warning is shown once: one that was confirmed before stops nobody again.
    if (isConfirmed(findings, run.case.snapshot.context.confirmed))
      return { type: 'answer', answer: { type: 'initiated', dialogue } }
    return { type: 'answer', answer: { type: 'warned', findings, dialogue } }
  }
}
