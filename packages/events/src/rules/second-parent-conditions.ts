import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { currentRow, holdersOf } from '../person-facts.ts'
import { isAnyone } from './subjects.ts'

/** A declaration of care and responsibility makes authority joint, unless it is so already. */
export function isDeclaredAndNotShared(facts: Facts): boolean {
  const isShared = isAnyone(['personnummer'], (child) => holdersOf(child).length > 1)
  return textOf(facts.data, 'basisOfParentage') === 'DECLARATION' && !isShared(facts)
}

export const isNameless: (facts: Facts) => boolean = isAnyone(
  ['personnummer'],
  (child) => currentRow(child, 'name') === undefined,
)
