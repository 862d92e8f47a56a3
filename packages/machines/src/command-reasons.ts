import type { Text } from '@sagsgang/events'

import type { PlaceName } from './places.ts'
import type { Command, Status } from './vocabulary.ts'

/** Why a command is not taken: by the place where the case rests, else by the status it has beside its health. */
type Reasons = Readonly<Partial<Record<PlaceName | Status, Text>>> & { readonly otherwise: Text }

const text = (da: string, en: string): Text => ({ da, en })

const over = text('Sagen er slut', 'The case is over')

const underUndo = text('Sagen fortrydes', 'The case is being undone')

const isChecked = text('Vent, til kontrollen er færdig', 'Wait until the check is done')

const isSaved = text(
  'Indberetningen er registreret i CPR: fortryd eller ret i stedet',
  'The report is registered in CPR: undo or correct instead',
)

const isInDoubt = text(
  'Det er uafklaret, om indberetningen er registreret i CPR',
  'It is in doubt whether the report is registered in CPR',
)

const notSaved = text(
  'Indberetningen er ikke registreret i CPR endnu',
  'The report is not registered in CPR yet',
)

const isVerified = text(
  'Vent, til efterkontrollen er færdig',
  'Wait until the verification is done',
)

const goingOn = text(
  'Tilhørende sager er ved at gå videre, fordi fortrydelsen blev opgivet: prøv igen om lidt',
  'Related cases are going on after an undo was called off: try again in a moment',
)

const ended = { withdrawn: over, undone: over }

const saved = {
  followOns: isSaved,
  completed: isSaved,
  undoing: underUndo,
  partlyUndone: underUndo,
}

const followOns: Reasons = {
  ...ended,
  followOns: text('Ingen følgehændelse kan tages nu', 'No follow-on can be taken now'),
  completed: text('Ingen følgehændelse kan tages nu', 'No follow-on can be taken now'),
  undoing: underUndo,
  partlyUndone: underUndo,
  otherwise: text(
    'Følgehændelser kan først åbnes, når indberetningen er registreret i CPR',
    'Follow-ons can be opened only once the report is registered in CPR',
  ),
}

export const commandReasons: Readonly<Record<Command['type'], Reasons>> = {
  fill: {
    ...ended,
    ...saved,
    checking: isChecked,
    inDoubt: isInDoubt,
    otherwise: text('Sagen er på vej til CPR', 'The case is on its way to CPR'),
  },
  submit: {
    ...ended,
    ...saved,
    checking: isChecked,
    confirming: text('Bekræft advarslerne i stedet', 'Confirm the warnings instead'),
    otherwise: text('Sagen er allerede sendt', 'The case is already submitted'),
  },
  confirm: {
    ...ended,
    otherwise: text(
      'Ingen advarsler venter på bekræftelse',
      'No warnings are waiting for confirmation',
    ),
  },
  withdraw: {
    ...ended,
    ...saved,
    verifying: isSaved,
    inDoubt: isInDoubt,
    otherwise: text(
      'Indberetningen er måske allerede hos CPR',
      'The report may be with CPR already',
    ),
  },
  openFollowOn: followOns,
  waiveFollowOn: followOns,
  resume: {
    ...ended,
    otherwise: text(
      'Intet er mislykket, som kan gentages',
      'Nothing has failed that could be repeated',
    ),
  },
  decide: {
    ...ended,
    inDoubt: text('CPR spørges først', 'CPR is asked first'),
    otherwise: text('Intet skal afgøres', 'There is nothing to decide'),
  },
  assign: { otherwise: over },
  undo: {
    ...ended,
    verifying: isVerified,
    followOns: goingOn,
    completed: goingOn,
    partlyUndone: goingOn,
    undoing: text('Sagen fortrydes allerede', 'The case is already being undone'),
    inDoubt: isInDoubt,
    otherwise: notSaved,
  },
  stopUndo: {
    ...ended,
    partlyUndone: goingOn,
    undoing: text(
      'Vent, til fortrydelsen er færdig eller går i stå',
      'Wait until the undo is done or comes to a halt',
    ),
    otherwise: text('Ingen fortrydelse er gået i stå halvvejs', 'No undo has stopped half-way'),
  },
  correct: {
    ...ended,
    verifying: isVerified,
    followOns: text('En rettelse er allerede i gang', 'A correction is already under way'),
    completed: text('En rettelse er allerede i gang', 'A correction is already under way'),
    undoing: underUndo,
    partlyUndone: underUndo,
    inDoubt: isInDoubt,
    otherwise: notSaved,
  },
}

export const notCorrectable = text(
  'En rettelse eller fortrydelse rettes ikke selv: fortryd den, eller ret registreringen igen',
  'A correction or an undo is not itself corrected: undo it, or correct the registration again',
)
