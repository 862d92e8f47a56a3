import { peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import { isAfter } from '../dates.ts'
import type { Blocker, Facts } from '../define-event.ts'
import { columnOf, currentRow, currentRows, kinOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'

/** Judged over the register as the steps before leave it: what the case itself reported is gone by then. */
export const childHasLifeOfItsOwn: Blocker = {
  id: 'later-event',
  severity: 'error',
  text: say(
    'barnet har en senere hændelse, der ikke er fortrudt (vielse, barn, navn, faderskab eller flytning)',
    'the child has a later event of its own that is not undone (marriage, child, name, paternity or move)',
  ),
  kinds: ['civilStatus', 'kinship', 'name', 'address'],
  freedBy: say(
    'Fortryd barnets senere hændelser først, eller ret fødslens oplysninger i stedet',
    'Undo the later events of the child first, or correct the data of the birth instead',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'child').some(
      (child) => hasFamily(child, facts) || hasName(child) || hasMoved(child, facts),
    ),
}

function hasFamily(child: PersonView, { data }: Facts): boolean {
  const isMarried = (columnOf(child, 'civilStatus', 'civilStatus') ?? 'U') !== 'U'
  const hasFather = currentRows(child, 'kinship').some(
    ({ columns }) => columns['relation'] === 'father',
  )
  const gotFather = hasFather && textOf(data, 'fatherPersonnummer') === ''
  return isMarried || gotFather || kinOf(child, 'child').length > 0
}

function hasName(child: PersonView): boolean {
  return currentRow(child, 'name') !== undefined
}

function hasMoved(child: PersonView, { data }: Facts): boolean {
  const home = currentRow(child, 'address')
  return home !== undefined && isAfter(home.start, textOf(data, 'birthDate'))
}
