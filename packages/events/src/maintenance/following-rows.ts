import { residenceStatusOf } from '../addresses.ts'
import { addressingNameOf } from '../addressing-name.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import type { RegisterView } from '../register-view.ts'
import { resident } from '../rules/person-statuses.ts'
import { wireFormats } from '../wire/wire-format.ts'
import { placeBefore } from './beside.ts'
import { currentPlace, placesOf, withChanged, withStatus } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** What follows from a row that was put right or taken back, and stands in another row. */

/** The day since when somebody has lived where that status is given, from home to home without a gap. */
function livingThereSince(view: RegisterView, home: PlacedRow): string {
  const former = placeBefore(view, home)
  const status = residenceStatusOf(home.row.columns)
  const isSame = former !== undefined && residenceStatusOf(former.row.columns) === status
  return isSame ? livingThereSince(view, former) : home.row.start
}

/** Since when somebody's status is the one that the home gives; null for those who have no home here. */
export function statusSince(view: RegisterView, pnr: string): string | null {
  const home = currentPlace(view, pnr, 'address')
  return home && resident.includes(view.people[pnr]?.status ?? '')
    ? livingThereSince(view, home)
    : null
}

/** Who lives here has the status that the home gives, since the day that it does. */
export function statusFollowsHome(
  view: RegisterView,
  pnr: string,
  since: string | null = null,
): RegisterView {
  const person = view.people[pnr]
  const home = currentPlace(view, pnr, 'address')
  if (!person || !home || !resident.includes(person.status)) return view
  const own = currentPlace(view, pnr, 'person')
  const isOfHome = since !== null && own?.row.columns['statusDate'] === since
  const status = residenceStatusOf(home.row.columns)
  if (status === person.status && !isOfHome) return view
  return withStatus(view, pnr, { status, statusDate: livingThereSince(view, home) })
}

/** How a separation names the row of a marriage. */
export function referenceTo(start: string): string {
  return wireFormats.datetime.write(start)
}

/** A separation goes on pointing at the marriage it belongs to, by its first day. */
export function separationsFollow(
  view: RegisterView,
  { pnr, row }: PlacedRow,
  start: string,
): RegisterView {
  if (row.entity !== 'civilStatus' || row.start === start) return view
  const pointing = placesOf(
    view,
    pnr,
    ({ entity, mark, columns }) =>
      entity === 'separation' &&
      mark === null &&
      columns['civilStatusReference'] === referenceTo(row.start),
  )
  const columns = { civilStatusReference: referenceTo(start) }
  return pointing.reduce((now, place) => withChanged(now, place, { columns }), view)
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

const ofParents = ['00003', '00004']

/** Parents hold parental authority as such: whoever is put in a parent's place holds it in their stead. */
export function authorityFollows(
  view: RegisterView,
  child: string,
  { wrong, right }: { readonly wrong: string | null; readonly right: string },
): RegisterView {
  const held = placesOf(
    view,
    child,
    ({ entity, mark, columns }) =>
      entity === 'parentalAuthority' &&
      mark === null &&
      ofParents.includes(columns['relation'] ?? '') &&
      columns['holderPersonnummer'] === wrong,
  )
  return held.reduce(
    (now, place) =>
      withChanged(now, place, { columns: { ...place.row.columns, holderPersonnummer: right } }),
    view,
  )
}
