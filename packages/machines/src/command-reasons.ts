import type { Text } from '@sagsgang/events'

import type { PlaceName } from './places.ts'
import type { Command, Status } from './vocabulary.ts'

/** Why a command is not taken: by the place where the case rests, else by the status it has beside its health. */
type Reasons = Readonly<Partial<Record<PlaceName | Status, Text>>> & { readonly otherwise: Text }

const text = (da: string, en: string): Text => ({ da, en })

const over = text('Sagen er slut', 'The case is over')

const underUndo = text('Sagen fortrydes', 'The case is being undone')

const isChecked = text('Vent til kontrollen er færdig', 'Wait until the check is done')

const isSaved = text(
  'CPR har gemt: fortryd eller ret i stedet',
  'CPR has saved: undo or correct instead',
)

const isInDoubt = text('Det er uafklaret, om CPR har gemt', 'Whether CPR has saved is in doubt')

const notSaved = text('CPR har ikke gemt endnu', 'CPR has not saved yet')

const isVerified = text('Vent til efterkontrollen er færdig', 'Wait until CPR has been verified')

const goingOn = text(
  'Følgesagerne går videre efter en standset fortrydelse: prøv igen om lidt',
  'The follow-on cases are going on after an undo was called off: try again in a moment',
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
  followOns: text('Ingen følgehændelse er klar til det nu', 'No follow-on is ready for it now'),
  completed: text('Ingen følgehændelse er klar til det nu', 'No follow-on is ready for it now'),
  undoing: underUndo,
  partlyUndone: underUndo,
  otherwise: text(
    'Følgehændelser tages, når CPR har gemt',
    'Follow-ons are taken once CPR has saved',
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
    otherwise: text('Sagen er allerede sendt', 'The case is submitted already'),
  },
  confirm: {
    ...ended,
    otherwise: text('Ingen advarsler venter på bekræftelse', 'No warnings wait to be confirmed'),
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
    undoing: text('Sagen fortrydes allerede', 'The case is being undone already'),
    inDoubt: isInDoubt,
    otherwise: notSaved,
  },
  correct: {
    ...ended,
    verifying: isVerified,
    followOns: text('En rettelse er allerede i gang', 'A correction is under way already'),
    completed: text('En rettelse er allerede i gang', 'A correction is under way already'),
    undoing: underUndo,
    partlyUndone: underUndo,
    inDoubt: isInDoubt,
    otherwise: notSaved,
  },
}

export const notUndoable = text(
  'En rettelse eller fortrydelse fortrydes ikke selv: ret registreringen igen',
  'A correction or an undo is not itself undone: correct the registration again',
)

export const notCorrectable = text(
  'Registreringen har ingen felter, der kan rettes',
  'The registration has no fields that can be corrected',
)
