import { say, type Text } from '@sagsgang/events'

import type { DoubtReason } from '../outcome-reasons.ts'
import type { KeptEvidence } from './keep-evidence.ts'

/** What the decision table makes of the evidence, and which outcome that speaks for; null where it speaks for neither. */
export interface Saying {
  readonly text: Text
  readonly supports: 'applied' | 'notApplied' | null
}

/** By why it is undecided. */
const undecided: Readonly<Record<DoubtReason, Saying>> = {
  duplicateSuspected: {
    text: say(
      'Mindst to nye registreringer svarer til det, der blev sendt: den kan være registreret to gange',
      'At least two new registrations match what was sent: it may be registered twice',
    ),
    supports: 'applied',
  },
  appliedThenChanged: {
    text: say(
      'Præcis én ny registrering svarer til det, der blev sendt, men rækkerne er ændret siden',
      'Exactly one new registration matches what was sent, but the rows were changed since',
    ),
    supports: 'applied',
  },
  sameChangeByOthers: {
    text: say(
      'Ingen ny registrering svarer til det, der blev sendt, men rækkerne er, som de skulle blive: en anden kan have lavet den samme ændring',
      'No new registration matches what was sent, but the rows are as they were to be: somebody else may have made the same change',
    ),
    supports: null,
  },
  changedByOthers: {
    text: say(
      'Ingen ny registrering svarer til det, der blev sendt, og rækkerne er ændret af andre',
      'No new registration matches what was sent, and the rows were changed by others',
    ),
    supports: 'notApplied',
  },
  nobodyToReadBack: {
    text: say(
      'Ingen person kan læses tilbage: CPR kan ikke vise, om det er registreret',
      'Nobody can be read back: CPR cannot show whether it is registered',
    ),
    supports: null,
  },
  loggedAsApplied: {
    text: say(
      'CPR kvitterede for indberetningen, men viser den ikke: databasen har været sat tilbage',
      'CPR gave a receipt for the report but does not show it: the database was set back',
    ),
    supports: 'applied',
  },
  askedEnough: {
    text: say(
      'CPR er spurgt så mange gange, som sagen må: det sidste svar afgør det ikke',
      'CPR was asked as often as the case may: the last answer does not settle it',
    ),
    supports: null,
  },
}

const found: Saying = {
  text: say(
    'Præcis én ny registrering svarer til det, der blev sendt, og rækkerne er, som de skulle blive',
    'Exactly one new registration matches what was sent, and the rows are as they were to be',
  ),
  supports: 'applied',
}

const missing: Saying = {
  text: say(
    'Ingen ny registrering svarer til det, der blev sendt, og rækkerne er, som de var før',
    'No new registration matches what was sent, and the rows are as they were before',
  ),
  supports: 'notApplied',
}

const tooEarly: Saying = {
  text: say(
    'Ingen ny registrering svarer endnu til det, der blev sendt: CPR kan stadig være i gang',
    'No new registration matches what was sent yet: CPR may still be at it',
  ),
  supports: null,
}

const notRead: Saying = {
  text: say(
    'CPR er endnu ikke læst tilbage for denne indberetning',
    'CPR has not been read back for this report yet',
  ),
  supports: null,
}

export function sayingOf(judgement: KeptEvidence['judgement'] | null, isFinal: boolean): Saying {
  if (judgement === null) return notRead
  if (judgement.type === 'applied') return found
  if (judgement.type === 'absent') return isFinal ? missing : tooEarly
  return judgement.reason === null ? notRead : undecided[judgement.reason]
}

export const isDoubtReason = (word: string): word is DoubtReason => word in undecided
