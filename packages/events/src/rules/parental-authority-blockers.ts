import { peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { say } from '../text.ts'
import { isAdultOn } from './age-rules.ts'

/** Whoever is of age has no holder to give back to. */
export const ofAgeByNow: Blocker = {
  id: 'of-age',
  severity: 'warning',
  text: say('barnet er fyldt 18 år', 'the child is over 18'),
  kinds: [],
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'child').some((child) => isAdultOn(child, facts.today)),
}
