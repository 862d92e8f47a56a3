import type { ExpectedChange } from '../expectations.ts'
import type { RegisterView } from '../register-view.ts'
import { otherNamed } from './beside.ts'
import { withRight } from './foretell-correction.ts'
import type { RightRow } from './right-row.ts'
import { placesOf, rowIn, withChanged, withStatus } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** A death dates much that stands in other rows, the survivor's among them: it all moves to the day that was meant. */
export function deathDayFollows(
  view: RegisterView,
  { meant, to }: { readonly meant: PlacedRow; readonly to: RightRow },
  changes: readonly ExpectedChange[],
): RegisterView {
  const { row: death, pnr } = meant
  if (death.columns['civilStatus'] !== 'D' || to.start === death.start) return view
  const told = changes.length > 0 ? changes : usual(pnr, otherNamed(death))
  return told.reduce((now, change) => dayMoved(now, change, { meant, to }), view)
}

type Touched = Pick<ExpectedChange, 'pnr' | 'entity' | 'change'>

/** Where nobody remembers the save, what every death writes. */
function usual(pnr: string, spouse: string | null): readonly Touched[] {
  const survivor = { pnr: spouse, entity: 'civilStatus', change: 'append' } as const
  return [
    { pnr, entity: 'address', change: 'end' },
    { pnr, entity: 'person', change: 'set' },
    ...(spouse === null ? [] : [survivor]),
  ]
}

function dayMoved(
  view: RegisterView,
  { pnr, entity, change }: Touched,
  { meant, to }: { readonly meant: PlacedRow; readonly to: RightRow },
): RegisterView {
  const { start: from } = meant.row
  const { start, startUncertain } = to
  if (pnr === null) return view
  if (entity === 'person') return statusMoved(view, pnr, { from, start })
  const places = placesOf(view, pnr, (row) => row.entity === entity && row.mark === null)
  const isMeant = (place: PlacedRow) => place.pnr === meant.pnr && place.index === meant.index
  if (change === 'append')
    return places
      .filter((place) => place.row.start === from && !isMeant(place))
      .reduce((now, place) => withRight(now, place, { ...place.row, start, startUncertain }), view)
  return places
    .filter((place) => place.row.end === from && rowIn(view, place) === place.row)
    .reduce((now, place) => withChanged(now, place, { end: start }), view)
}

function statusMoved(
  view: RegisterView,
  pnr: string,
  { from, start }: { readonly from: string; readonly start: string },
): RegisterView {
  const person = view.people[pnr]
  const own = person?.rows.find((row) => row.entity === 'person' && row.mark === null)
  return person && own?.columns['statusDate'] === from
    ? withStatus(view, pnr, { status: person.status, statusDate: start })
    : view
}
