import type { PlaceName } from '@sagsgang/machines'

import type { SubmissionState } from '../database/submission-tables.ts'
import type { OutcomeReason } from '../outcome-reasons.ts'
import type { Fate } from './plan.ts'
import type { Sight } from './run.ts'

/** What many worlds together must come by: a simulation that never gets there proves nothing of it. */

type SubmissionKey = `save is ${SubmissionState}`
type PlaceKey = `a case is ${PlaceName}`
type AnswerKey = `save answered ${string}` | `read back ${string}`
type FateKey = `save ${Fate}`
export type Reached = SubmissionKey | PlaceKey | AnswerKey | FateKey

const answered = (type: string, reason: OutcomeReason): AnswerKey =>
  `save answered ${type} ${reason}`
const readBack = (reason: OutcomeReason): AnswerKey => `read back undecided ${reason}`

/** Every state of an intent. */
const submissionStates: readonly SubmissionKey[] = [
  'save is sending',
  'save is confirmed',
  'save is refused',
  'save is warned',
  'save is unsent',
  'save is inDoubt',
  'save is notApplied',
]

/** What may become of the call: known not to have happened, known to have, and each way of not knowing. */
const outcomes: readonly (AnswerKey | FateKey)[] = [
  answered('unsent', 'unreachable'),
  answered('unsent', 'lapsed'),
  answered('unsent', 'workerLost'),
  'save answered saved',
  'save answered refused',
  'save answered warned',
  answered('unknown', 'closed'),
  answered('unknown', 'transport'),
  answered('unknown', 'timeout'),
  answered('unknown', 'unreadable'),
  answered('unknown', 'workerLost'),
  'save dropped',
  'save replyLost',
  'save truncated',
  'save delayed',
  'save duplicated',
  'save unavailable',
  'save gatewayTimeout',
  'save unknownReceipt',
  'save wrongPerson',
  'save nonsense',
  'save crossed',
  'save crossedCut',
]

/** What reading back may come to. */
const evidence: readonly AnswerKey[] = [
  'read back proven',
  'read back absent',
  'read back absent, to be sent again',
  'read back later',
  readBack('sameChangeByOthers'),
  readBack('appliedThenChanged'),
  readBack('changedByOthers'),
  readBack('duplicateSuspected'),
]

/** Where a case may be while it reports. */
const reporting: readonly PlaceKey[] = [
  'a case is awaitingDay',
  'a case is awaitingTurn',
  'a case is initiating',
  'a case is validating',
  'a case is saving',
  'a case is confirmingReceipt',
  'a case is readingBack',
  'a case is settling',
  'a case is readingBackAgain',
  'a case is deciding',
  'a case is partlyReported',
  'a case is offering',
]

/**
 * Nobody gets there: the product never asks for a place in the register's own waiting queue, and the register gives none
 * unasked. What follows from one is tested by itself.
 */
export const unreachable: readonly Reached[] = [
  'save is waiting',
  'save answered queued',
  'a case is awaitingRegister',
  'a case is confirmingQueued',
]

export const wanted: readonly Reached[] = [
  ...submissionStates,
  ...outcomes,
  ...evidence,
  ...reporting,
]

/** What these counts of many worlds lack. */
export function notReached(counts: Readonly<Record<string, number>>): readonly Reached[] {
  return wanted.filter((key) => (counts[key] ?? 0) === 0)
}

const REACHED = `
with answers as (
  select effects.type as asked, message ->> 'type' as type, message ->> 'reason' as reason, message ->> 'resend' as resend
  from journal join effects on effects.case_id = journal.case_id and effect_id = message ->> 'effect'
  where effects.type in ('save', 'readBack')
)
select 'save is ' || state as key from submissions
union select 'save is sending' from submissions
union select 'save is inDoubt' from answers where asked = 'save' and type = 'unknown'
union select concat_ws(' ', 'save answered', type, reason) from answers where asked = 'save'
union select concat_ws(' ', 'read back', type, reason) from answers where asked = 'readBack'
union select 'read back absent, to be sent again' from answers where resend = 'true'
union select 'read back later' from effects where type = 'readBack' and (last_failure is not null or attempts > 1)
union select 'a case is ' || coalesce(
    state #>> '{work,reporting,reconciling}', state #>> '{work,reporting}', state ->> 'work')
  from journal where jsonb_typeof(coalesce(
    state #> '{work,reporting,reconciling}', state #> '{work,reporting}', state -> 'work')) = 'string'`

/** What one world came by; which fates its calls met, it counts itself. */
export async function reachedIn({ query }: Sight): Promise<readonly string[]> {
  const rows = await query<{ key: string }>(REACHED)
  return rows.map(({ key }) => key).toSorted()
}
