import { validRows } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'

/** The day somebody died, by the row of their status; null of the living. */
export function deathDateOf(person: PersonView): string | null {
  return person.status === '90' ? (validRows(person, 'person')[0]?.start ?? null) : null
}
