import { homeOf } from '../addresses.ts'
import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { currentRow, kinOf, spouseOf } from '../person-facts.ts'
import { isPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'
import { hasParent } from './holders.ts'

/** Who is a parent before an adoption, and who after it. */

export type Side = 'mother' | 'father'

export const sides: readonly Side[] = ['mother', 'father']
export const adopterOf = {
  mother: 'adoptiveMotherPersonnummer',
  father: 'adoptiveFatherPersonnummer',
} as const satisfies Record<Side, string>

/**
 * Adoption of an adult and one recognised from abroad break with both former parents as a full one does. Only that of a
 * stepchild keeps one: a stepchild who is of age is adopted as a stepchild too.
 */
export const kindsThatBreak: readonly string[] = ['FULL', 'ADULT', 'FOREIGN']

export function adoptersIn({ data }: Facts): readonly string[] {
  return sides.map((side) => textOf(data, adopterOf[side])).filter(isPnr)
}

/** The parent there ceases to be one. */
export function isReplaced(child: PersonView, side: Side, { data }: Facts): boolean {
  if (!hasParent(child, side)) return false
  const adopter = textOf(data, adopterOf[side])
  if (adopter !== '') return !kinOf(child, side).includes(adopter)
  return kindsThatBreak.includes(textOf(data, 'adoptionKind'))
}

export function remainingParents(child: PersonView, facts: Facts): readonly string[] {
  return sides
    .filter((side) => !isReplaced(child, side, facts))
    .flatMap((side) => kinOf(child, side))
}

export function areMarried(one: PersonView, other: PersonView): boolean {
  return spouseOf(one) === other.pnr && spouseOf(other) === one.pnr
}

/** Registered at one address; with a day, both since then. */
export function areAtOneHome(one: PersonView, other: PersonView, since?: string): boolean {
  const isOne = homeOf(one) !== null && homeOf(one) === homeOf(other)
  return isOne && [one, other].every((person) => isThereSince(person, since))
}

function isThereSince(person: PersonView, since: string | undefined): boolean {
  const start = currentRow(person, 'address')?.start
  return since === undefined || (start !== undefined && start <= since)
}
