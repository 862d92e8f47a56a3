import type { RegisterRow } from '../entities.ts'
import { isCurrent, isOfOneKey } from '../person-facts.ts'
import type { PersonView, RegisterView } from '../register-view.ts'
import { resident } from '../rules/person-statuses.ts'
import { placesOf, withChanged } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** Rows that were closed with a number stand again once it is valid, where nothing has taken their place. */
export function withRowsReopened(
  view: RegisterView,
  before: PersonView | null | undefined,
): RegisterView {
  if (!before) return view
  const day = before.rows.find(({ entity, mark }) => entity === 'person' && mark === null)?.columns[
    'statusDate'
  ]
  const closed = placesOf(view, before.pnr, (row) => wasClosed(row, day ?? null))
  return closed.reduce((now, place) => (fits(now, place) ? reopened(now, place) : now), view)
}

/** Kin have rows of their own, which somebody must look at before they are joined again. */
function wasClosed({ entity, mark, end }: RegisterRow, day: string | null): boolean {
  if (entity === 'person' || entity === 'kinship') return false
  return mark === null ? end !== null && end === day : mark === 'A'
}

function reopened(view: RegisterView, place: PlacedRow): RegisterView {
  return withChanged(view, place, { mark: null, end: null })
}

function fits(view: RegisterView, { pnr, row }: PlacedRow): boolean {
  const person = view.people[pnr]
  if (!person || (row.entity === 'address' && !mayLive(person, row))) return false
  return !person.rows.some(
    (one) =>
      one.entity === row.entity &&
      isCurrent(one, person) &&
      isOfOneKey(row.entity, one.columns, row.columns),
  )
}

/** A municipality that is none stands for a number without residence. */
function mayLive({ status }: PersonView, { columns }: RegisterRow): boolean {
  const isFictive = columns['municipalityCode']?.startsWith('00') ?? false
  return isFictive ? status === '20' : resident.includes(status)
}
