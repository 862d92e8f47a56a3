import { isLater, peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { currentRows } from '../person-facts.ts'
import { say } from '../text.ts'

export const spouseRemarried: Blocker = {
  id: 'remarried',
  severity: 'error',
  text: say(
    'den efterlevende ægtefælle har et ægteskab registreret efter dødsfaldet',
    'the surviving spouse has a marriage registered after the death',
  ),
  kinds: ['civilStatus'],
  freedBy: say(
    'Fortryd det nye ægteskab først: det bygger på dødsfaldet',
    'Undo the new marriage first: it rests on the death',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'spouse').some((spouse) =>
      currentRows(spouse, 'civilStatus').some(
        (row) =>
          ['G', 'P'].includes(row.columns['civilStatus'] ?? '') && isLater(row, facts, 'deathDate'),
      ),
    ),
}

export const authorityDecided: Blocker = {
  id: 'authority-decided',
  severity: 'error',
  text: say(
    'en adoption eller en afgørelse om forældremyndighed hviler på dødsfaldet',
    'an adoption or parental-authority decision rests on the death',
  ),
  kinds: ['parentalAuthority'],
  freedBy: say(
    'Fortryd adoptionen eller afgørelsen om forældremyndighed først',
    'Undo the adoption or the decision on parental authority first',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'children').some((child) =>
      currentRows(child, 'parentalAuthority').some((row) => isLater(row, facts, 'deathDate')),
    ),
}
