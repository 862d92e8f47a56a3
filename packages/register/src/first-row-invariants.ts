import type { Entity } from '@sagsgang/events'

import { isFictive } from './geography.ts'
import { isClosed } from './invariant.ts'
import type { Check } from './invariant.ts'
import { currentRow, isValid, rowsOf } from './rows.ts'
import type { Person, StoredRow } from './rows.ts'

/** Where the rows of a person begin. */

const firstOf = (person: Person, entity: Entity): StoredRow | undefined =>
  rowsOf(person, entity)
    .filter(isValid)
    .toSorted((one, other) => one.start.localeCompare(other.start) || one.id - other.id)[0]

/** Days on which somebody may have come to live here: with the number, or by an entry. */
const arrivals = (person: Person): readonly (string | null | undefined)[] => {
  const own = currentRow(person, 'person')
  const entries = rowsOf(person, 'migration').filter(isValid)
  return [own?.start, own?.columns['birthDate'], ...entries.map(({ end }) => end)]
}

const homesBeginOnArrival: Check = (person) => {
  const home = firstOf(person, 'address')
  if (home === undefined || isClosed(person)) return []
  if (isFictive(home.columns['municipalityCode'] ?? '')) return []
  return arrivals(person).includes(home.start) ? [] : ['a first home that nobody came to']
}

/** Who is born into the register begins unmarried. */
const bornUnmarried: Check = (person) => {
  const [own, first] = [currentRow(person, 'person'), firstOf(person, 'civilStatus')]
  const isBornHere = first !== undefined && first.start === own?.columns['birthDate']
  return isBornHere && first.columns['civilStatus'] !== 'U' ? ['somebody born married'] : []
}

export const firstRowInvariants: readonly Check[] = [homesBeginOnArrival, bornUnmarried]
