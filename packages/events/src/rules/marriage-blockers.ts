import { isLater, peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Blocker } from '../define-event.ts'
import { currentRow, kinOf } from '../person-facts.ts'
import { birthDateOf } from '../pnr.ts'
import { say } from '../text.ts'

const parts = ['person', 'spouse']

export const coupleHasLaterRow: Blocker = {
  id: 'later-civil-status',
  severity: 'error',
  text: say(
    'en separation, skilsmisse, enkestand eller omstødelse er registreret efter vielsen: fortryd den først',
    'a separation, divorce, widowhood or annulment is registered after the wedding: undo it first',
  ),
  kinds: ['civilStatus', 'separation'],
  freedBy: say(
    'Fortryd det senere først; var ægteskabet gyldigt, rettes det i stedet',
    'Undo the later one first; where the marriage was valid, correct it instead',
  ),
  isRaised: (facts, parties) =>
    parts
      .flatMap((party) => peopleOfParty(facts, parties, party))
      .some((person) => {
        const row = currentRow(person, 'civilStatus')
        const isSeparated = currentRow(person, 'separation') !== undefined
        return isSeparated || (row !== undefined && isLater(row, facts, 'marriageDate'))
      }),
}

/** A spouse may be a parent by the marriage alone: then parentage falls with it. */
export const childOfMarriage: Blocker = {
  id: 'child-of-marriage',
  severity: 'warning',
  text: say(
    'et barn er registreret med ægtefællen som forælder i kraft af ægteskabet',
    'a child is registered with the spouse as parent by marriage',
  ),
  kinds: ['kinship'],
  isRaised: (facts, parties) => {
    const [one = [], other = []] = parts.map((party) =>
      peopleOfParty(facts, parties, party).flatMap((person) => kinOf(person, 'child')),
    )
    const wedding = textOf(facts.data, 'marriageDate')
    return one.some((child) => other.includes(child) && isBefore(wedding, birthDateOf(child)))
  },
}
