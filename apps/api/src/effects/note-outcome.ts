import type { LoggedSubmission } from '../submission-log/submission-log.ts'
import type { EffectDeps } from './deps.ts'

/** What the submission log is told of an intent. */
type Told = Omit<LoggedSubmission, 'state' | 'at'>

export function loggedAs(
  intent: Told,
  { state, at }: Pick<LoggedSubmission, 'state' | 'at'>,
): LoggedSubmission {
  const { id, caseId, effectId, report, attempt, service, authority } = intent
  const { requestHash, dialogue, watermark } = intent
  const of = { id, caseId, effectId, report, attempt, state, service, authority }
  return { ...of, requestHash, dialogue, watermark, at }
}

/** Best effort: without this line the register is asked, and with it a store that forgot is not believed. */
export async function noteOutcome(
  { submissionLog, clock }: Pick<EffectDeps, 'submissionLog' | 'clock'>,
  intent: Told,
  state: LoggedSubmission['state'],
): Promise<void> {
  const line = loggedAs(intent, { state, at: clock.realNow() })
  await submissionLog.write(line).catch(() => {}) // the log has raised its own alarm
}
