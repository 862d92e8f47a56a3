import { nordicCountries } from '../code-lists/countries.ts'
import type { CompensationStep, FollowOn, Timer } from '../define-event.ts'
import type { Condition, PartySource } from '../effects.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { say } from '../text.ts'

const person = say('personen', 'person')
const children = say('børnene', 'children')

/** Minors who come to live here: the person, or children of the person's. */
export const childrenOfPerson: Readonly<Record<string, PartySource>> = {
  'own children': { childrenOf: 'person' },
  children: { anyOf: ['person', 'own children'], under: 18 },
}

/** Citizenship in the register that gives no right to stay by itself, and no alien number yet. */
const isStrangerWithoutNumber: Condition = {
  all: [
    { party: 'person', has: 'citizenship' },
    { not: { party: 'person', has: 'citizenship', column: 'country', in: nordicCountries } },
    { not: { party: 'person', has: 'alienNumber' } },
  ],
}

const isStrangerByForm: Condition = { not: { field: 'citizenship', in: nordicCountries } }

export function alienNumberOf(citizenship: 'form' | 'register'): FollowOn {
  const isForm = citizenship === 'form'
  return followOn('alien-number', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'required',
    when: isForm
      ? say('ikke dansk eller nordisk statsborger', 'not a Danish or Nordic citizen')
      : say('ikke nordisk og ikke registreret endnu', 'not Nordic and not yet registered'),
    decides: 'engine',
    condition: isForm ? isStrangerByForm : isStrangerWithoutNumber,
    onPrimaryUndo: 'undo',
    prefill: { startDate: { field: 'entryDate' } },
  })
}

/** Of somebody whose name the register holds already. */
export function nameChangeAtEntry(when: FollowOn['for']): FollowOn {
  return followOn('name-change', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'required',
    when,
    decides: 'worker',
    onPrimaryUndo: 'undo',
    prefill: {
      nameDate: { field: 'entryDate' },
      ground: 'ENTRY',
      firstNames: { current: 'name', of: 'person', column: 'firstNames' },
      middleName: { current: 'name', of: 'person', column: 'middleName' },
      lastName: { current: 'name', of: 'person', column: 'lastName' },
    },
  })
}

export const citizenshipDiffers: FollowOn = followOn('citizenship', person, {
  parties: ['person'],
  mode: 'conditional',
  whenTrue: 'required',
  when: say(
    'statsborgerretten er en anden end den registrerede eller er ny',
    'citizenship differs from the register or is new',
  ),
  decides: 'worker',
  onPrimaryUndo: 'undo',
})

/** `isFor` says who can be separated at all, where the form tells. */
export function separationAtEntry(isFor?: FollowOn['isFor']): FollowOn {
  return followOn('separation-entry', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'required',
    when: say('gift og separeret før indrejsen', 'married and separated before the entry'),
    decides: 'worker',
    ...(isFor && { isFor }),
    onPrimaryUndo: 'undo',
  })
}

/** What every entry may give occasion to. */
export const entryFollowOns: readonly FollowOn[] = [
  optional('protection', person, {
    parties: ['person'],
    when: say('personen beder om det', 'the person asks for it'),
  }),
  optional('supplementary-address', person, {
    parties: ['person'],
    when: say('posten skal et andet sted hen i en periode', 'post goes elsewhere for a time'),
    prefill: { startDate: { field: 'entryDate' } },
  }),
  followOn('shared-residence-registration', children, {
    parties: ['children'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say(
      'et barn bor hos forældre på to adresser',
      'a child lives with parents at two addresses',
    ),
    decides: 'worker',
    onPrimaryUndo: 'keep',
    prefill: { startDate: { field: 'entryDate' } },
  }),
  followOn('parental-authority', children, {
    parties: ['children'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say(
      'et barn rejser ind, og forældremyndigheden er oplyst',
      'a child enters and parental authority is stated',
    ),
    decides: 'worker',
    onPrimaryUndo: 'undo',
  }),
  followOn('under-guardianship', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say('der er en dansk afgørelse', 'a Danish decision exists'),
    decides: 'worker',
    onPrimaryUndo: 'keep',
  }),
  followOn('church-membership', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say(
      'medlem af folkekirken eller af en udenlandsk evangelisk-luthersk kirke',
      'member of folkekirken or of a foreign Evangelical-Lutheran church',
    ),
    decides: 'worker',
    onPrimaryUndo: 'undo',
  }),
  optional('occupation', person, { parties: ['person'] }),
  optional('municipal-conditions', person, {
    parties: ['person'],
    when: say(
      'kommunen fører kommunale forhold på personen',
      'the municipality keeps conditions on the person',
    ),
  }),
]

/** Taken back before the entry, and before what belongs to one kind of entry alone. */
export const entryUndoSteps: readonly CompensationStep[] = [
  undoStep('church-membership@person', 'church.undo-current', 'church'),
  undoStep('separation-entry@person', 'separation.undo-current', 'separation'),
  undoStep('parental-authority@children', 'kinship.undo-current', 'parentalAuthority'),
  undoStep('citizenship@person', 'citizenship.undo-current', 'citizenship'),
]

export const idleTimer: Timer = {
  deadline: 'follow-on-idle',
  onExpiry: say('luk de valgfrie følgehændelser', 'close the optional follow-ons'),
  effect: 'note',
}
