import { peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { say } from '../text.ts'
import { isAdultOn } from './age-rules.ts'

/** Somebody of age lives where they will: what stood for the child is history. */
export const childIsGrown: Blocker = {
  id: 'grown',
  severity: 'warning',
  text: say(
    'barnet er fyldt 18: delt bopæl har ingen virkning længere',
    'the child is 18: shared residence has no effect any more',
  ),
  kinds: [],
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'child').some((child) => isAdultOn(child, facts.today)),
}
