import { textOf } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { Facts } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { resident } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

/** The row of a kind that stands once a closed number is open again: what ended with the number, or was annulled with it. */
export function rowReopened(person: PersonView, entity: Entity): RegisterRow | undefined {
  const closed = currentRow(person, 'person')?.start
  const rows = person.rows.filter((row) => row.entity === entity)
  const standing = rows.find((row) => row.mark === null && (row.end === null || row.end === closed))
  if (standing !== undefined || person.status !== '30') return standing
  return rows.find((row) => row.mark === 'A')
}

/** A fictive municipality is nobody's home. */
export function homeReopened(person: PersonView): RegisterRow | undefined {
  const row = rowReopened(person, 'address')
  const isHome = authorityTypeOf(row?.columns['municipalityCode'] ?? '') === '05'
  return isHome ? row : undefined
}

/** Somebody who is to live here has no home to go back to. */
export function isHomeless(facts: Facts): boolean {
  return (
    resident.includes(textOf(facts.data, 'newStatus')) &&
    isAnyone(['personnummer'], (person) => homeReopened(person) === undefined)(facts)
  )
}

/** No row of the kind comes back with the number. */
export function isWithout(entity: Entity): (facts: Facts) => boolean {
  return isAnyone(['personnummer'], (person) => rowReopened(person, entity) === undefined)
}
