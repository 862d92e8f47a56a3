import type { Facts, Parties } from '../define-event.ts'
import { currentRow, holdersOf, spouseOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'

/** Only one holds parental authority: the parents may share it. */
export function isHeldByOneParent(child: string, { view }: Facts): boolean {
  const person = view.people[child]
  return person ? holdersOf(person).length === 1 : false
}

/** A couple that stands and is not separated. */
function isMarriedTo(person: PersonView, other: string | undefined): boolean {
  return (
    other !== undefined &&
    spouseOf(person) === other &&
    currentRow(person, 'separation') === undefined
  )
}

function areMarriedParents({ view }: Facts, { mother = [], father = [] }: Parties): boolean {
  return mother.some((pnr) => {
    const person = view.people[pnr]
    return person ? isMarriedTo(person, father[0]) : false
  })
}

export function areUnmarriedParents(facts: Facts, parties: Parties): boolean {
  return (parties['father'] ?? []).length > 0 && !areMarriedParents(facts, parties)
}
