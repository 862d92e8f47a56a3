import { peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { say } from '../text.ts'

/** Whoever is gone has status 70 until something else is registered. */
export const heardOfSince: Blocker = {
  id: 'heard-of-since',
  severity: 'error',
  text: say(
    'en genfinding, udrejse eller død er registreret efter forsvindingen: fortryd den først',
    'a reappearance, departure or death is registered after the disappearance: undo it first',
  ),
  kinds: ['disappearance', 'migration', 'address', 'civilStatus'],
  freedBy: say(
    'Fortryd genfindingen, udrejsen eller dødsfaldet først',
    'Undo the reappearance, the departure or the death first',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some(({ status }) => status !== '70'),
}
