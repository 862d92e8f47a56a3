import type { Text } from '@sagsgang/events'

import type { Snapshot, StateValue } from './snapshot.ts'
import type { Status } from './vocabulary.ts'

/** A state in which a case rests: what it is called, the status people see, and what has to happen next. */
export interface Place {
  readonly name: Text
  readonly status: Status
  readonly next: Text
}

const place = (
  status: Status,
  name: readonly [string, string],
  next: readonly [string, string],
) => ({
  status,
  name: { da: name[0], en: name[1] },
  next: { da: next[0], en: next[1] },
})

const bySelf = ['Går videre af sig selv', 'Goes on by itself'] as const
const confirmReceipt = ['Bekræft CPR’s advarsler', 'Confirm CPR’s warnings'] as const
const readBack = [
  'CPR læses tilbage, før der indberettes igen',
  'CPR is read back before it is told again',
] as const

export const places = {
  drafting: place('draft', ['Kladde', 'Draft'], ['Udfyld og send', 'Fill in and submit']),
  form: place('checking', ['Felterne kontrolleres', 'Checking the fields'], bySelf),
  lookingUp: place('checking', ['Slår op i CPR', 'Looking up in CPR'], bySelf),
  register: place('checking', ['Kontrolleres mod CPR', 'Checking against CPR'], bySelf),
  replaced: place(
    'withdrawn',
    ['Indberettes som tidligere data', 'Reported as former data'],
    ['Fortsæt i sagen om tidligere data', 'Continue in the case on former data'],
  ),
  confirming: place(
    'confirming',
    ['Afventer bekræftelse', 'Awaiting confirmation'],
    ['Bekræft advarslerne', 'Confirm the warnings'],
  ),
  awaitingDay: place(
    'waiting',
    ['Afventer datoen', 'Awaiting the date'],
    ['Indberettes på dagen', 'Reported on the day'],
  ),
  awaitingTurn: place(
    'waiting',
    ['Afventer tur', 'Awaiting its turn'],
    ['En anden sag på personen skal først afklares', 'Another case on the person comes first'],
  ),
  initiating: place(
    'reporting',
    ['Åbner samtale med CPR', 'Opening the conversation with CPR'],
    bySelf,
  ),
  validating: place('reporting', ['CPR kontrollerer', 'CPR is checking'], bySelf),
  saving: place('reporting', ['Registreres i CPR', 'Registering in CPR'], bySelf),
  confirmingReceipt: place(
    'confirming',
    ['Afventer bekræftelse af CPR’s advarsler', 'Awaiting confirmation of CPR’s warnings'],
    confirmReceipt,
  ),
  awaitingRegister: place(
    'waiting',
    ['Afventer CPR’s ventekø', 'Awaiting CPR’s queue'],
    ['CPR behandler indberetningen', 'CPR is working on the report'],
  ),
  confirmingQueued: place(
    'confirming',
    ['Afventer bekræftelse i CPR’s ventekø', 'Awaiting confirmation in CPR’s queue'],
    confirmReceipt,
  ),
  readingBack: place('inDoubt', ['Læser tilbage fra CPR', 'Reading CPR back'], readBack),
  settling: place('inDoubt', ['Afventer CPR’s behandling', 'Awaiting CPR’s processing'], readBack),
  readingBackAgain: place(
    'inDoubt',
    ['Læser tilbage igen fra CPR', 'Reading CPR back again'],
    readBack,
  ),
  deciding: place(
    'inDoubt',
    ['Afventer en afgørelse', 'Awaiting a decision'],
    ['Afgør, om indberetningen er registreret', 'Decide whether the report is registered'],
  ),
  partlyReported: place(
    'reporting',
    ['Delvist indberettet', 'Partly reported'],
    ['Genoptag eller fortryd', 'Resume or undo'],
  ),
  offering: place('reporting', ['Finder følgehændelser', 'Finding follow-ons'], bySelf),
  verifying: place('reporting', ['Efterkontrolleres i CPR', 'Verifying in CPR'], bySelf),
  awaitingFollowOns: place(
    'followOns',
    ['Afventer følgehændelser', 'Awaiting follow-ons'],
    ['Afslut følgehændelserne', 'Finish the follow-ons'],
  ),
  completed: place('completed', ['Afsluttet', 'Completed'], ['Intet', 'Nothing']),
  halting: place(
    'undoing',
    ['Standser tilhørende sager', 'Halting related cases'],
    ['Tilhørende sager skal først standse', 'Related cases have to halt first'],
  ),
  planning: place('undoing', ['Lægger fortrydelsesplan', 'Planning the undo'], bySelf),
  compensating: place(
    'undoing',
    ['Fortryder trin for trin', 'Undoing step by step'],
    ['Næste trin fortrydes', 'The next step is undone'],
  ),
  verifyingUndo: place('undoing', ['Efterkontrollerer fortrydelsen', 'Verifying the undo'], bySelf),
  partlyUndone: place(
    'partlyUndone',
    ['Delvist fortrudt', 'Partly undone'],
    ['Fortryd resten, eller lad den stå', 'Undo the rest, or let it stand'],
  ),
  stoppingUndo: place(
    'undoing',
    ['Stopper fortrydelsen', 'Stopping the undo'],
    ['Påbegyndte trin skal først ende', 'Steps under way have to end first'],
  ),
  undone: place('undone', ['Fortrudt', 'Undone'], ['Intet', 'Nothing']),
  waiting: place(
    'undoing',
    ['Holdes tilbage', 'Held'],
    ['Den sag, der åbnede denne, fortrydes', 'The case that opened this one is being undone'],
  ),
  withdrawn: place('withdrawn', ['Trukket tilbage', 'Withdrawn'], ['Intet', 'Nothing']),
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof places

/** Where the case's own work is: the names of the states from the outermost in, its follow-ons left out. */
function pathOf({ value }: Snapshot): readonly string[] {
  return typeof value === 'string' ? [value] : pathIn(value['work'])
}

function pathIn(value: StateValue | undefined): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  const course = value['course']
  if (course !== undefined) return ['course', ...pathIn(course)]
  return Object.entries(value).flatMap(([name, below]) => [name, ...pathIn(below)])
}

/** Where it rests. */
export function placeOf(snapshot: Snapshot): PlaceName {
  const name = pathOf(snapshot).at(-1)
  if (name === undefined || !isPlace(name)) throw new Error(`no place called "${name}"`)
  return name
}

function isPlace(name: string): name is PlaceName {
  return name in places
}

/** Stuck is beside the course, and people see it first. */
export function statusOf(snapshot: Snapshot): Status {
  return isStuck(snapshot) ? 'stuck' : places[placeOf(snapshot)].status
}

export function isStuck({ value }: Snapshot): boolean {
  return typeof value !== 'string' && value['health'] === 'stuck'
}

const endings: readonly PlaceName[] = ['withdrawn', 'replaced', 'undone']

/** Nothing more can be asked of the case. */
export function isFinal(snapshot: Snapshot): boolean {
  return endings.includes(placeOf(snapshot))
}
