import type { RegisterView } from '../register-view.ts'
import { placeAfter, placeBefore, twinOf } from './beside.ts'
import { statusFollowsHome } from './following-rows.ts'
import { placesOf, rowIn, withChanged } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'
import { takenBack } from './taken-back.ts'
import type { SavedRows } from './taken-back.ts'

/** A row that stands for an event takes back all that its save wrote; any other goes alone, with the row that mirrors it. */
export function foretellUndo(
  view: RegisterView,
  meant: PlacedRow,
  changes: SavedRows['changes'],
): RegisterView {
  const { pnr: person, row } = meant
  const after =
    changes.length > 0
      ? withoutPutIn(view, takenBack(view, { person, row, changes }), changes)
      : goneWithTwin(view, meant)
  return row.entity === 'address' ? statusFollowsHome(after, person) : after
}

/** Those whom a correction has put in the place of others go out with the rest. */
function withoutPutIn(
  view: RegisterView,
  taken: RegisterView,
  changes: SavedRows['changes'],
): RegisterView {
  const isOfSave = ({ pnr, row }: PlacedRow): boolean =>
    changes.some((one) => one.pnr === pnr && one.entity === row.entity)
  return Object.keys(view.people)
    .flatMap((pnr) => placesOf(view, pnr, ({ mark }) => mark === null))
    .filter((place) => rowIn(taken, place)?.mark === 'A')
    .flatMap((place) => twinOf(view, place) ?? [])
    .filter((twin) => !isOfSave(twin))
    .reduce((now, twin) => withoutRow(now, twin), taken)
}

function goneWithTwin(view: RegisterView, meant: PlacedRow): RegisterView {
  const twin = twinOf(view, meant)
  const gone = withoutRow(view, meant)
  return twin ? withoutRow(gone, twin) : gone
}

/** The row before takes over its time; without one, the row after a former row does. */
export function withoutRow(view: RegisterView, place: PlacedRow): RegisterView {
  const { row } = place
  const [former, later] = [placeBefore(view, place), placeAfter(view, place)]
  const marked = withChanged(view, place, { mark: 'A', end: row.start })
  if (former) return withChanged(marked, former, { end: row.end })
  return later ? withChanged(marked, later, { start: row.start }) : marked
}
