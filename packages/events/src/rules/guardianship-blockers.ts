import { peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Blocker } from '../define-event.ts'
import { validRows } from '../person-facts.ts'
import { say } from '../text.ts'
import { isGuardianNamed } from './guardian-named-rules.ts'

/** The one appointed because the decision named nobody is taken back with the guardianship itself. */
export const newGuardian: Blocker = {
  id: 'new-guardian',
  severity: 'error',
  text: say(
    'en ny værge er registreret efter værgemålet: fortryd den først',
    'a new guardian was registered after it: undo that one first',
  ),
  kinds: ['guardian'],
  freedBy: say(
    'Fortryd beskikkelsen af den nye værge først',
    'Undo the appointment of the new guardian first',
  ),
  isRaised: (facts, parties) => {
    const own = isGuardianNamed(facts) ? 0 : 1
    return peopleOfParty(facts, parties, 'person').some((person) => {
      const since = validRows(person, 'guardian').filter(
        ({ start }) => !isBefore(start, textOf(facts.data, 'startDate')),
      )
      return since.length > own
    })
  },
}
