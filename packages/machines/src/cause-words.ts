import { say } from '@sagsgang/events'
import type { Text } from '@sagsgang/events'

import type { Owner } from './owners.ts'

/** What a cause is called, who must act, what can be done, and how long it may stand before it is overdue. */
export interface CauseWords {
  readonly text: Text
  readonly remedy: Text
  readonly owner: Owner
  /** Hours from when it was first seen. */
  readonly hours: number
}

const words = (
  { text, remedy }: { readonly text: Text; readonly remedy: Text },
  owner: Owner,
  hours: number,
): CauseWords => ({ text, remedy, owner, hours })

const whenCprAnswers = say(
  'Se, om CPR svarer igen, og prøv så igen',
  'See whether CPR answers again, then try again',
)

const checkAccess = say(
  'Ret brugernavn eller adgangskode, og prøv så igen: CPR låser en bruger, der gætter',
  'Correct the user or the password, then try again: CPR locks a user who guesses',
)

const callDevelopers = say(
  'Prøv igen. Sker det igen, så giv det videre til dem, der vedligeholder Sagsgang',
  'Try again. If it happens again, hand it to those who maintain Sagsgang',
)

const notInTime = {
  text: say('CPR svarer ikke i tide', 'CPR does not answer in time'),
  remedy: whenCprAnswers,
}

const closed = { text: say('CPR er lukket', 'CPR is closed'), remedy: whenCprAnswers }

const brokenOff = {
  text: say('Forbindelsen til CPR blev afbrudt', 'The connection to CPR broke'),
  remedy: whenCprAnswers,
}

const notDescribed = {
  text: say('CPR svarer med noget nyt', 'CPR answers with something new'),
  remedy: say('Se under Drift, hvad, og spørg CPR-kontoret', 'See Operations, ask the CPR office'),
}

/** By the reason that an effect failed with. */
export const failureWords: Readonly<Record<string, CauseWords>> = {
  unreachable: words(
    { text: say('CPR kan ikke nås', 'CPR cannot be reached'), remedy: whenCprAnswers },
    'operator',
    8,
  ),
  closed: words(closed, 'register', 24),
  timeout: words(notInTime, 'operator', 8),
  transport: words(brokenOff, 'operator', 8),
  unreadable: words(
    {
      text: say('CPR’s svar kan ikke læses', 'CPR’s answer cannot be read'),
      remedy: say(
        'Se svaret under GCTP-beskeder. Prøv igen, eller spørg CPR-kontoret',
        'See the answer under GCTP messages. Try again, or ask the CPR office',
      ),
    },
    'operator',
    24,
  ),
  contract: words(notDescribed, 'operator', 8),
  signOnRefused: words(
    {
      text: say('CPR afviser pålogningen', 'CPR refuses the sign-on'),
      remedy: checkAccess,
    },
    'operator',
    4,
  ),
  locked: words(
    {
      text: say('Brugeren er låst hos CPR', 'The user is locked at CPR'),
      remedy: say(
        'Bed CPR-kontoret om at låse brugeren op, og prøv så igen',
        'Ask the CPR office to unlock the user, then try again',
      ),
    },
    'operator',
    4,
  ),
  unsent: words(
    {
      text: say(
        'Gang på gang bliver det, der sendes, ikke registreret i CPR',
        'Again and again CPR does not register what it is sent',
      ),
      remedy: say(
        'Intet er registreret. Prøv igen; sker det igen, så spørg CPR-kontoret',
        'Nothing is registered. Try again; if it happens again, ask the CPR office',
      ),
    },
    'operator',
    8,
  ),
  duplicateSuspected: words(
    {
      text: say(
        'CPR viser mere end én registrering, der kan være sagens',
        'CPR shows more than one registration that may be the case’s',
      ),
      remedy: say(
        'Sammenlign registreringerne, og fortryd den overflødige',
        'Compare the registrations, and undo the superfluous one',
      ),
    },
    'senior',
    4,
  ),
  appliedThenChanged: words(
    {
      text: say(
        'Indberetningen er registreret og siden ændret af andre',
        'The report was registered and changed by others since',
      ),
      remedy: say('Se personens rækker, og prøv så igen', 'See the person’s rows, then try again'),
    },
    'senior',
    24,
  ),
  goneFromQueue: words(
    {
      text: say(
        'Indberetningen er ude af CPR’s ventekø uden at være registreret',
        'The report has left CPR’s queue without being registered',
      ),
      remedy: say(
        'Spørg CPR-kontoret, hvad der blev af den, og prøv så igen',
        'Ask the CPR office what became of it, then try again',
      ),
    },
    'register',
    24,
  ),
  budgetSpent: words(
    {
      text: say(
        'Sagen har brugt dagens opslag i CPR',
        'The case has used up today’s lookups in CPR',
      ),
      remedy: say(
        'Find ud af, hvad der slår op igen og igen, før der prøves igen',
        'Find out what looks up again and again before trying again',
      ),
    },
    'operator',
    24,
  ),
  workerLost: words(
    {
      text: say('Arbejdet blev afbrudt gang på gang', 'The work was cut short again and again'),
      remedy: callDevelopers,
    },
    'operator',
    8,
  ),
}

/** A code that the register refused a lookup with. */
export const receiptWords = (code: string): CauseWords =>
  words(
    {
      text: say(`CPR svarer med fejl ${code}`, `CPR answers with error ${code}`),
      remedy: say(
        'Slå koden op under Hændelser, ret det, den peger på, og prøv så igen',
        'Look the code up under Events, correct what it points at, then try again',
      ),
    },
    'caseworkers',
    24,
  )

export const otherFailure: CauseWords = words(
  { text: say('Det lykkedes ikke', 'This could not be done'), remedy: callDevelopers },
  'operator',
  8,
)

/** By the word of a cause that is no failure; a kind of row or a deadline may follow it. */
export const otherCauses = {
  laterReportRefused: words(
    {
      text: say(
        'Kun nogle af sagens indberetninger er registreret, den næste blev afvist',
        'Only some of the case’s reports are registered, the next was refused',
      ),
      remedy: say(
        'Bring det, CPR afviser, i orden, og prøv igen, eller fortryd de første',
        'Settle what CPR refuses, and try again, or undo the first ones',
      ),
    },
    'senior',
    24,
  ),
  difference: words(
    {
      text: say(
        'CPR viser noget andet, end indberetningen skulle give',
        'CPR shows something else than the report should give',
      ),
      remedy: say(
        'Sammenlign rækkerne i sagen, og efterkontrollér igen, eller ret og fortryd',
        'Compare the rows in the case and verify again, or correct and undo',
      ),
    },
    'senior',
    24,
  ),
  overdue: words(
    {
      text: say(
        'Fristen for en følgehændelse er overskredet',
        'The deadline of a follow-on has passed',
      ),
      remedy: say(
        'Åbn følgehændelsen i sagen, eller fravælg den med en begrundelse',
        'Open the follow-on in the case, or waive it with a reason',
      ),
    },
    'caseworkers',
    0,
  ),
  unreadable: words(
    {
      text: say(
        'Sagen kan ikke læses af denne udgave af Sagsgang',
        'The case cannot be read by this version of Sagsgang',
      ),
      remedy: say(
        'Giv sagens nummer videre til dem, der vedligeholder Sagsgang',
        'Hand the number of the case to those who maintain Sagsgang',
      ),
    },
    'operator',
    4,
  ),
} as const satisfies Record<string, CauseWords>
