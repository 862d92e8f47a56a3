import { holdersIn, textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { currentRows, rowsOn } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { isAdultOn } from './age-rules.ts'
import { isAnyone } from './subjects.ts'

export function isHeldByOne({ data }: Facts): boolean {
  return holdersIn(data, 'holders').length === 1
}

/** The row of the holder whose authority ends. */
export function isOfHolder({ columns }: RegisterRow, { data }: Facts): boolean {
  return columns['relation'] === textOf(data, 'holderRelation')
}

/** Somebody else holds it too. */
function isHeldByAnother(child: PersonView, facts: Facts): boolean {
  return currentRows(child, 'parentalAuthority').some((row) => !isOfHolder(row, facts))
}

/** Under age, which somebody married is not. */
function isMinorOn(person: PersonView, day: string): boolean {
  const isUnmarried = rowsOn(person, 'civilStatus', day).every(
    ({ columns }) => columns['civilStatus'] === 'U',
  )
  return isUnmarried && !isAdultOn(person, day)
}

/** Nobody is left to decide for the child. */
export const isMinorLeftAlone: (facts: Facts) => boolean = isAnyone(
  ['personnummer'],
  (child, facts) => {
    const day = textOf(facts.data, 'endDate')
    return day !== '' && isMinorOn(child, day) && !isHeldByAnother(child, facts)
  },
)
