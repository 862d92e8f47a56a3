import { isLater, peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import type { Blocker } from '../define-event.ts'
import { columnOf, currentRow, kinOf } from '../person-facts.ts'
import { say } from '../text.ts'

export const hasTakenFromParent: Blocker = {
  id: 'taken-from-parent',
  severity: 'error',
  text: say(
    'barnet har taget statsborgerskab eller navn efter forælderen og har egne hændelser',
    'the child has taken citizenship or name from the parent and has events of its own',
  ),
  kinds: ['name', 'citizenship', 'civilStatus', 'kinship'],
  freedBy: say(
    'Fortryd barnets egne hændelser først, eller ret slægtskabet i stedet',
    'Undo the events of the child first, or correct the kinship instead',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'child').some((child) => {
      const name = currentRow(child, 'name')
      const citizenship = currentRow(child, 'citizenship')
      const hasTaken =
        (name !== undefined && isLater(name, facts, 'startDate')) ||
        citizenship?.start === textOf(facts.data, 'startDate')
      const isOnItsOwn =
        (columnOf(child, 'civilStatus', 'civilStatus') ?? 'U') !== 'U' ||
        kinOf(child, 'child').length > 0
      return hasTaken && isOnItsOwn
    }),
}
