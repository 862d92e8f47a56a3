import { peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { say } from '../text.ts'

export const goneSince: Blocker = {
  id: 'gone-since',
  severity: 'error',
  text: say(
    'en senere udrejse, forsvinding eller død er registreret: fortryd den først, eller brug tidligere data',
    'a later departure, disappearance or death is registered: undo it first, or use former data',
  ),
  kinds: ['migration', 'disappearance', 'civilStatus'],
  freedBy: say(
    'Fortryd udrejsen, forsvindingen eller dødsfaldet først, eller ret adressen som tidligere data',
    'Undo the departure, disappearance or death first, or correct the address as former data',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some(({ status }) =>
      ['70', '80', '90'].includes(status),
    ),
}
