import { residenceStatusOf } from '../addresses.ts'
import { addressingNameOf } from '../addressing-name.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import type { RegisterView } from '../register-view.ts'
import { resident } from '../rules/person-statuses.ts'
import { currentPlace, withChanged, withStatus } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** What follows from a row that was put right or taken back, and stands in another row. */

/** Who lives here has the status that the home gives. */
export function statusFollowsHome(view: RegisterView, pnr: string): RegisterView {
  const person = view.people[pnr]
  const home = currentPlace(view, pnr, 'address')?.row
  if (!person || !home || !resident.includes(person.status)) return view
  const status = residenceStatusOf(home.columns)
  return status === person.status ? view : withStatus(view, pnr, { status, statusDate: home.start })
}

const absences: Readonly<Partial<Record<Entity, string>>> = { migration: '80', disappearance: '70' }

/** Who is abroad or has disappeared is so since the day of that row. */
export function statusDayFollows(
  view: RegisterView,
  { pnr, row }: PlacedRow,
  statusDate: string,
): RegisterView {
  const status = view.people[pnr]?.status ?? ''
  const since = currentPlace(view, pnr, 'person')?.row.columns['statusDate']
  const isOfRow = absences[row.entity] === status && since === row.start
  return isOfRow ? withStatus(view, pnr, { status, statusDate }) : view
}

/** An addressing name that the wrong name gave becomes the one that the right name gives. */
export function addressingNameFollows(
  view: RegisterView,
  { pnr, row: wrong }: PlacedRow,
  right: RegisterRow['columns'],
): RegisterView {
  const place = currentPlace(view, pnr, 'addressingName')
  if (!place || place.row.columns['addressingName'] !== addressingNameOf(wrong.columns)) return view
  return withChanged(view, place, { columns: { addressingName: addressingNameOf(right) } })
}
