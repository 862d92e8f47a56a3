import { homeOf } from '../addresses.ts'
import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { holdersOf } from '../person-facts.ts'

/** The child lived with the deceased, and no other holder of parental authority is registered there. */
export function isLeftAtHome(pnr: string, { data, view }: Facts): boolean {
  const deceased = textOf(data, 'personnummer')
  const home = homeOf(view.people[deceased])
  const child = view.people[pnr]
  if (home === null || !child || homeOf(child) !== home) return false
  return !holdersOf(child)
    .filter((holder) => holder !== deceased)
    .some((holder) => homeOf(view.people[holder]) === home)
}
