import { emptyView } from '@sagsgang/events'

import type { Handler } from '../engine/ports.ts'
import { notRead, toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { isConfirmed, receiptFindings } from './receipt-findings.ts'
import { updateOf } from './update-of.ts'

/** Asks the register for its verdict before anything is saved. */
export function validateHandler({
  port,
  clock,
}: Pick<EffectDeps, 'port' | 'clock'>): Handler<'validate'> {
  return async (run) => {
    const { confirmed, dialogue } = run.case.snapshot.context
    if (!dialogue) return { type: 'answer', answer: { type: 'lapsed' } }
    const ground = groundOf(run.case, emptyView, clock)
    const update = updateOf(ground, run.effect.payload.report)
    const answer = await port.validate(callerOf(run), dialogue, update)
    if (answer.type === 'failed') return toHandled(notRead(answer.reason))
    if (answer.type === 'accepted') return { type: 'answer', answer: { type: 'validated' } }
    if (answer.type === 'lapsed') return { type: 'answer', answer: { type: 'lapsed' } }
    const findings = receiptFindings(ground.definition, answer.receipt)
    if (answer.type === 'refused') return { type: 'answer', answer: { type: 'refused', findings } }
    if (isConfirmed(findings, confirmed)) return { type: 'answer', answer: { type: 'validated' } }
    return { type: 'answer', answer: { type: 'warned', findings, dialogue } }
  }
}
