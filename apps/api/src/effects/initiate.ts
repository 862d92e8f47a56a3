import { emptyView } from '@sagsgang/events'

import type { Answer, EffectRun, Handled, Handler } from '../engine/ports.ts'
import { notRead, toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { isConfirmed, receiptFindings } from './receipt-findings.ts'
import { freshen } from './stale-view.ts'
import { updateOf } from './update-of.ts'

/** Opens the conversation with the update service. Nothing is changed yet, so it may be repeated. */
export function initiateHandler(deps: EffectDeps): Handler<'initiate'> {
  return async (run) => {
    const fresh = await freshen(deps, run)
    if (fresh.type !== 'fresh') return toHandled(fresh)
    const handled = await initiate(deps, run)
    const { looked } = fresh
    return handled.type === 'answer' && looked ? { ...handled, looked } : handled
  }
}

/** The call itself, with the case as fresh as it needs to be. */
export async function initiate(
  { port, clock }: Pick<EffectDeps, 'port' | 'clock'>,
  run: Pick<EffectRun<'initiate'>, 'case' | 'effect'>,
): Promise<Handled> {
  const ground = groundOf(run.case, emptyView, clock)
  const answer = await port.initiate(callerOf(run), updateOf(ground, run.effect.payload.report))
  if (answer.type === 'failed') return toHandled(notRead(answer.reason))
  if (answer.type === 'accepted') return told({ type: 'initiated', dialogue: answer.dialogue })
  const findings = receiptFindings(ground.definition, answer.receipt)
  if (answer.type === 'refused') return told({ type: 'refused', findings })
  const { dialogue } = answer
  // A warning is shown once: one that was confirmed before stops nobody again.
  if (isConfirmed(findings, run.case.snapshot.context.confirmed))
    return told({ type: 'initiated', dialogue })
  return told({ type: 'warned', findings, dialogue })
}

function told(answer: Answer): Handled {
  return { type: 'answer', answer }
}
