import { peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import type { Blocker } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { laterCivilStatus } from './couple-blockers.ts'

const two = ['person', 'spouse']

/** A separation that is over cannot be undone as if it stood. */
export const separationOver: Blocker = {
  id: 'separation-over',
  severity: 'error',
  text: say(
    'separationen er ophævet: fortryd ophævelsen først',
    'a cessation is registered after it: undo that first',
  ),
  kinds: ['separation'],
  freedBy: say('Fortryd ophævelsen først', 'Undo the cessation first'),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some(
      (person) => currentRow(person, 'separation')?.start !== textOf(facts.data, 'separationDate'),
    ),
}

export const partedSince: Blocker = laterCivilStatus({
  id: 'parted-since',
  text: say(
    'en skilsmisse er registreret efter separationen: fortryd den først',
    'a divorce is registered after it: undo it first',
  ),
  parties: two,
  dateField: 'separationDate',
  statuses: ['F', 'O'],
})

export const divorcedOnSeparation: Blocker = laterCivilStatus({
  id: 'divorced-since',
  text: say(
    'en skilsmisse fulgte på grundlag af separationen: fortryd den først',
    'a divorce followed on the ground of the separation: undo it first',
  ),
  parties: two,
  dateField: 'endDate',
  statuses: ['F', 'O'],
})
