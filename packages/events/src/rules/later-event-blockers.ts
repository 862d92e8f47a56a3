import { isLater, peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import type { Entity } from '../entities.ts'
import { validRows } from '../person-facts.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'

/** What happens to a person, beside what an authority keeps on them. */
const lifeEvents: readonly Entity[] = [
  'address',
  'migration',
  'disappearance',
  'name',
  'citizenship',
  'church',
  'civilStatus',
  'separation',
  'kinship',
]

/** In the way of an undo while the number has a life after the event: judged as the steps before leave the register. */
export function blockedByLife(of: {
  readonly party: string
  readonly dateField: string
  readonly text: Text
}): Blocker {
  return {
    id: 'later-event',
    severity: 'error',
    text: of.text,
    kinds: lifeEvents,
    freedBy: say(
      'Fortryd det senere på nummeret først, det nyeste først',
      'Undo what came later on the number first, the newest first',
    ),
    isRaised: (facts, parties) =>
      peopleOfParty(facts, parties, of.party).some((person) =>
        lifeEvents.some((entity) =>
          validRows(person, entity).some((row) => isLater(row, facts, of.dateField)),
        ),
      ),
  }
}

const entered: readonly string[] = ['01', '03', '05', '07', '70', '80']

/** Somebody who was given a number from afar has come to live here. */
export const enteredSince: Blocker = {
  id: 'entered',
  severity: 'error',
  text: say(
    'personen er siden registreret indrejst: fortryd indrejsen først',
    'the person has meanwhile been registered as entered: undo the entry first',
  ),
  kinds: ['migration', 'address'],
  freedBy: say('Fortryd indrejsen først', 'Undo the entry first'),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some(
      (person) => entered.includes(person.status) || validRows(person, 'migration').length > 0,
    ),
}
