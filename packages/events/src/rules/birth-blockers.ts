import { peopleOfParty } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { columnOf, currentRow, kinOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { addressKey } from '../wire/queries.ts'

export const childHasLifeOfItsOwn: Blocker = {
  id: 'later-event',
  severity: 'error',
  text: say(
    'barnet har en senere hændelse, der ikke er fortrudt (vielse, barn, flytning fra moderen)',
    'the child has a later event of its own that is not undone (marriage, child, move away from the mother)',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'child').some((child) => {
      const [home] = peopleOfParty(facts, parties, 'mother').map((mother) =>
        currentRow(mother, 'address'),
      )
      const address = currentRow(child, 'address')
      const isAway =
        home !== undefined &&
        address !== undefined &&
        addressKey(address.columns) !== addressKey(home.columns)
      const isMarried = (columnOf(child, 'civilStatus', 'civilStatus') ?? 'U') !== 'U'
      return isMarried || kinOf(child, 'child').length > 0 || isAway
    }),
}
