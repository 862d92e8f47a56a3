import { peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import { isAfter, isBefore } from '../dates.ts'
import type { Blocker } from '../define-event.ts'
import { currentRow, validRows } from '../person-facts.ts'
import { say } from '../text.ts'

/** The departure no longer stands open: somebody came back, died or left again since. */
export const reEnteredSince: Blocker = {
  id: 're-entered',
  severity: 'error',
  text: say(
    'personen er ikke længere udrejst ved denne udrejse: en genindrejse eller et dødsfald er registreret efter den; fortryd det først',
    'the person is no longer departed by this departure: a re-entry or a death is registered after it; undo that first',
  ),
  kinds: ['migration', 'address', 'disappearance', 'civilStatus'],
  freedBy: say(
    'Fortryd genindrejsen eller dødsfaldet først, eller ret udrejsen i stedet',
    'Undo the re-entry or the death first, or correct the departure instead',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some((person) => {
      const row = currentRow(person, 'migration')
      const isOther = row !== undefined && isAfter(row.start, textOf(facts.data, 'departureDate'))
      return person.status !== '80' || isOther
    }),
}

const euElection = '0002'

/** No lookup shows when a list closes: one whose voting day has come is closed. */
export const listClosed: Blocker = {
  id: 'list-closed',
  severity: 'warning',
  text: say(
    'en valgliste til Europa-Parlamentet er lukket med udrejsens oplysninger',
    'an EU election list has been closed on the data of the departure',
  ),
  kinds: ['election'],
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some((person) =>
      validRows(person, 'election').some(
        ({ columns, start }) =>
          columns['electionCode'] === euElection &&
          !isBefore(start, textOf(facts.data, 'departureDate')) &&
          columns['votingDate'] != null &&
          !isAfter(columns['votingDate'], facts.today),
      ),
    ),
}
