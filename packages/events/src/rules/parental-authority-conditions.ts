import { holdersIn, textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { currentRows } from '../person-facts.ts'
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
export function isHeldByAnother(child: PersonView, facts: Facts): boolean {
  return currentRows(child, 'parentalAuthority').some((row) => !isOfHolder(row, facts))
}

export const isMinorLeftAlone: (facts: Facts) => boolean = isAnyone(
  ['personnummer'],
  (child, facts) =>
    !isHeldByAnother(child, facts) && !isAdultOn(child, textOf(facts.data, 'endDate')),
)
