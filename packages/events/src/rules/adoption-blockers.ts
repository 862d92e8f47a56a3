import { isLater, peopleOfParty } from '../blockers.ts'
import type { AcceptedFacts, Blocker } from '../define-event.ts'
import { currentRow, currentRows } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'

function isMarriedSince(person: PersonView, facts: AcceptedFacts): boolean {
  const row = currentRow(person, 'civilStatus')
  const isUnmarried = row?.columns['civilStatus'] === 'U'
  return row !== undefined && !isUnmarried && isLater(row, facts, 'grantDate')
}

function isParentSince(person: PersonView, facts: AcceptedFacts): boolean {
  return currentRows(person, 'kinship').some(
    (row) => row.columns['relation'] === 'child' && isLater(row, facts, 'grantDate'),
  )
}

export const hasFamilySince: Blocker = {
  id: 'family-since',
  severity: 'error',
  text: say(
    'den adopterede er blevet gift eller har fået børn under det nye navn eller nummer',
    'the adopted person has married or has children under the new name or number',
  ),
  kinds: ['civilStatus', 'kinship'],
  freedBy: say(
    'Fortryd vielsen eller fødslen først; ellers kan adoptionen kun rettes',
    'Undo the marriage or the birth first; else the adoption can only be corrected',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'adopted person').some(
      (person) => isMarriedSince(person, facts) || isParentSince(person, facts),
    ),
}

export const adoptersDead: Blocker = {
  id: 'adopters-dead',
  severity: 'warning',
  text: say('adoptanterne er døde', 'the adopters have died'),
  kinds: [],
  isRaised: (facts, parties) =>
    ['new mother', 'new father']
      .flatMap((party) => peopleOfParty(facts, parties, party))
      .some(({ status }) => status === '90'),
}
