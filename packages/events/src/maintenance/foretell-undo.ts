import type { RegisterView } from '../register-view.ts'
import { placeAfter, placeBefore, twinOf } from './beside.ts'
import { statusFollowsHome } from './following-rows.ts'
import { withChanged } from './row-place.ts'
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
  // A number goes with the event that gave it, and never alone.
  if (row.entity === 'person' && changes.length === 0) return view
  const after =
    changes.length > 0
      ? withoutPutIn(takenBack(view, { person, row, changes }), twinOf(view, meant), changes)
      : goneWithTwin(view, meant)
  return row.entity === 'address' ? statusFollowsHome(after, person) : after
}

/** Somebody whom a correction has put in the place of another goes out with the rest. */
function withoutPutIn(
  view: RegisterView,
  twin: PlacedRow | undefined,
  changes: SavedRows['changes'],
): RegisterView {
  const isPutIn =
    twin && changes.every(({ pnr, entity }) => pnr !== twin.pnr || entity !== twin.row.entity)
  return isPutIn ? withoutRow(view, twin) : view
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
