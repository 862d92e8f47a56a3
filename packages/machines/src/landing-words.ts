import { say } from '@sagsgang/events'
import type { Text } from '@sagsgang/events'

import { isFailed } from './changes/asking.ts'
import { hasStepUnderWay } from './changes/landing.ts'
import { isTakenBack } from './changes/undo-plan.ts'
import { isFinal, placeOf } from './places.ts'
import type { PlaceName } from './places.ts'
import type { Snapshot } from './snapshot.ts'
import type { LandingPlace } from './vocabulary.ts'

/** What people read before they move a case by hand: why a place is not safe, and what would come of it. */

const unresolved: ReadonlySet<PlaceName> = new Set([
  'saving',
  'awaitingRegister',
  'confirmingQueued',
  'readingBack',
  'settling',
  'readingBackAgain',
  'deciding',
])

const over = say('Sagen er slut', 'The case is over')

const held = say(
  'Den sag, der åbnede denne, fortrydes: flyt den først',
  'The case that opened this one is being undone: move that one first',
)

const already = say('Der står sagen allerede', 'That is where the case is')

const inDoubt = say(
  'Det er uafklaret, om indberetningen er registreret i CPR',
  'It is in doubt whether the report is registered in CPR',
)

const registered = say(
  'Noget af sagen er registreret i CPR',
  'Some of the case is registered in CPR',
)

const notRegistered = say(
  'Indberetningen er ikke registreret i CPR',
  'The report is not registered in CPR',
)

const nothingInDoubt = say(
  'Ingen indberetning er sendt uden svar',
  'No report was sent without an answer',
)

const takenBack = say(
  'Sagens egne rækker er taget tilbage i CPR',
  'The rows of the case itself are taken back in CPR',
)

const stepUnderWay = say(
  'Et trin i fortrydelsen er i gang i en anden sag: flyt den først, eller stop fortrydelsen',
  'A step of the undo is under way in another case: move that one first, or stop the undo',
)

const noUndo = say('Ingen fortrydelse er nået halvvejs', 'No undo has come half-way')

const allReported = say(
  'Ikke kun en del af indberetningerne er registreret',
  'It is not so that only some of the reports are registered',
)

const followOnsLeft = say(
  'Følgehændelser mangler endnu: vælg at afvente dem',
  'Follow-ons are still left: choose to await them',
)

const noFollowOns = say('Ingen følgehændelse mangler', 'No follow-on is left')

type Why = (snapshot: Snapshot) => Text

const isSaved = ({ value }: Snapshot) => {
  const work = typeof value === 'string' ? value : value['work']
  return work === 'offering' || (typeof work === 'object' && 'accepted' in work)
}

/** The first that holds says it. */
function beforeSave(snapshot: Snapshot): Text | undefined {
  if (unresolved.has(placeOf(snapshot))) return inDoubt
  return isSaved(snapshot) || snapshot.context.report > 0 ? registered : undefined
}

const afterSave =
  (otherwise: Text): Why =>
  (snapshot) => {
    const { context } = snapshot
    if (!isSaved(snapshot)) return unresolved.has(placeOf(snapshot)) ? inDoubt : notRegistered
    if (context.stopping) return held
    if (isTakenBack(context)) return takenBack
    if (hasStepUnderWay(context)) return stepUnderWay
    return context.report > 0 && context.report < context.reports ? registered : otherwise
  }

const reasons: Readonly<Record<LandingPlace, Why>> = {
  drafting: (snapshot) => beforeSave(snapshot) ?? held,
  withdrawn: (snapshot) => beforeSave(snapshot) ?? over,
  deciding: () => nothingInDoubt,
  partlyReported: (snapshot) => (unresolved.has(placeOf(snapshot)) ? inDoubt : allReported),
  awaitingFollowOns: afterSave(noFollowOns),
  completed: afterSave(followOnsLeft),
  partlyUndone: () => noUndo,
}

/** Why a case cannot be put there as it stands. */
export function whyNot(to: LandingPlace, snapshot: Snapshot): Text {
  if (isFinal(snapshot)) return over
  return placeOf(snapshot) === to ? already : reasons[to](snapshot)
}

const nothingIsSent = say(
  'Intet sendes til CPR af sig selv herfra',
  'Nothing is sent to CPR by itself from here',
)

const come: Readonly<Record<LandingPlace, readonly Text[]>> = {
  drafting: [
    say(
      'Sagen bliver en kladde igen og kontrolleres forfra, når den sendes',
      'The case becomes a draft again and is checked anew when it is submitted',
    ),
  ],
  withdrawn: [
    say('Sagen slutter uden at være indberettet', 'The case ends without having been reported'),
  ],
  deciding: [
    say(
      'CPR spørges ikke mere: en person afgør ud fra CPR selv, om indberetningen står der',
      'CPR is asked no more: a person decides from CPR itself whether the report stands there',
    ),
    say(
      'Siger de „ikke registreret“, sendes den igen: står den der alligevel, er den der to gange',
      'If they say “not registered” it is sent again: if it stands there after all, it is there twice',
    ),
  ],
  partlyReported: [
    say(
      'De registrerede indberetninger står; resten sendes først, når nogen genoptager',
      'What is registered stands; the rest is sent only once somebody resumes',
    ),
  ],
  awaitingFollowOns: [
    say(
      'Registreringen regnes for rigtig, som CPR viser den, og efterkontrolleres ikke mere',
      'The registration counts as right as CPR shows it, and is not verified again',
    ),
  ],
  completed: [
    say(
      'Registreringen regnes for rigtig, som CPR viser den, og sagen er afsluttet',
      'The registration counts as right as CPR shows it, and the case is completed',
    ),
  ],
  partlyUndone: [
    say(
      'Det, der er fortrudt, er fortrudt; resten venter på en person',
      'What is undone is undone; the rest waits for a person',
    ),
  ],
}

const alive: ReadonlySet<LandingPlace> = new Set(['awaitingFollowOns', 'completed'])

const told = [
  say(
    'Den sag, der bestilte denne, får besked og standser',
    'The case that ordered this one is told and stops',
  ),
]

const goesOn = [
  say(
    'Den sag, der bestilte denne, går videre med sit næste trin',
    'The case that ordered this one goes on with its next step',
  ),
]

/** What it would mean, most important first. */
export function consequencesOf(to: LandingPlace, snapshot: Snapshot): readonly Text[] {
  const { context } = snapshot
  const { ordered, parent, stopped, undoReason } = context
  const isOver = alive.has(to) && undoReason !== null
  return [
    ...come[to],
    ...(isOver ? [undoEnds] : []),
    ...(isOver && stopped.length > 0 ? [released] : []),
    ...(parent !== null && ordered ? (ordererHears[to] ?? []) : []),
    ...(Object.values(context.open).some(isFailed) ? [failedIsDropped] : []),
    nothingIsSent,
  ]
}

const undoEnds = say(
  'Fortrydelsen er slut: det, der ikke er fortrudt, står',
  'The undo is over: what is not undone stands',
)

const released = say(
  'Sager, der blev standset for fortrydelsen, går videre',
  'Cases that were halted for the undo go on',
)

const failedIsDropped = say(
  'Det, der mislykkedes, prøves ikke igen; kun åbning af følgesager og beskeder til andre sager bliver stående',
  'What failed is not tried again; only the opening of follow-on cases and messages to other cases stay',
)

/** What the case that ordered this one hears of it. */
const ordererHears: Readonly<Partial<Record<LandingPlace, readonly Text[]>>> = {
  drafting: told,
  withdrawn: told,
  partlyReported: told,
  awaitingFollowOns: goesOn,
  completed: goesOn,
}
