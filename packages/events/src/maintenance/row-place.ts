import type { RegisterRow } from '../entities.ts'
import { isCurrent } from '../person-facts.ts'
import type { PersonView, RegisterView } from '../register-view.ts'

/** One row of one person. Rows keep their index while what stands is foretold, and new ones come last. */
export interface Place {
  readonly pnr: string
  readonly index: number
}

export type PlacedRow = Place & { readonly row: RegisterRow }

/** Rows of somebody as places, by what they must be. */
export function placesOf(
  view: RegisterView,
  pnr: string,
  isMeant: (row: RegisterRow, person: PersonView) => boolean = () => true,
): readonly PlacedRow[] {
  const person = view.people[pnr]
  if (!person) return []
  return person.rows
    .map((row, index) => ({ pnr, index, row }))
    .filter(({ row }) => isMeant(row, person))
}

export function currentPlace(
  view: RegisterView,
  pnr: string,
  entity: RegisterRow['entity'],
): PlacedRow | undefined {
  return placesOf(view, pnr, (row, person) => row.entity === entity && isCurrent(row, person))[0]
}

/** The row that stands in a place by now. */
export function rowIn(view: RegisterView, { pnr, index }: Place): RegisterRow | undefined {
  return view.people[pnr]?.rows[index]
}

export function withChanged(
  view: RegisterView,
  place: Place,
  to: Partial<RegisterRow>,
): RegisterView {
  return withPerson(view, place.pnr, (person) => ({
    ...person,
    rows: person.rows.map((row, index) => (index === place.index ? { ...row, ...to } : row)),
  }))
}

export function withNew(view: RegisterView, pnr: string, row: RegisterRow): RegisterView {
  return withPerson(view, pnr, (person) => ({ ...person, rows: [...person.rows, row] }))
}

/** Nothing is known, and so nothing foretold, of somebody who was not looked up. */
export function withPerson(
  view: RegisterView,
  pnr: string,
  become: (person: PersonView) => PersonView,
): RegisterView {
  const person = view.people[pnr]
  if (!person) return view
  return { ...view, people: { ...view.people, [pnr]: become(person) } }
}

/** What a number's own row says: the status stands beside the rows too. */
export function withStatus(
  view: RegisterView,
  pnr: string,
  { status, statusDate }: { readonly status: string; readonly statusDate: string },
): RegisterView {
  const own = currentPlace(view, pnr, 'person')
  const columns = { ...own?.row.columns, status, statusDate }
  const changed = own === undefined ? view : withChanged(view, own, { columns })
  return withPerson(changed, pnr, (person) => ({ ...person, status }))
}
