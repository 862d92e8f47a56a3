import type { ExpectedChange } from '../expectations.ts'
import { isOfOneKey } from '../person-facts.ts'
import type { RegisterView } from '../register-view.ts'
import { rowHolds } from '../wire/wire-tables.ts'
import { otherNamed } from './beside.ts'
import { withRight } from './foretell-correction.ts'
import type { RightRow } from './right-row.ts'
import { placesOf, withChanged, withStatus } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

type Touched = Pick<ExpectedChange, 'pnr' | 'entity' | 'change'> &
  Partial<Pick<ExpectedChange, 'columns' | 'before'>>

/** A day that was wrong, and what it is to be. */
interface Moved {
  readonly from: string
  readonly day: string
  readonly uncertain: boolean
}

/** An event dates much that stands in other rows, on others too: it all moves to the day that was meant. */
export function daysFollow(
  view: RegisterView,
  { meant, to }: { readonly meant: PlacedRow; readonly to: RightRow },
  changes: readonly ExpectedChange[],
): RegisterView {
  const told = changes.length > 0 ? changes : usualFor(meant)
  return movesIn(meant, to).reduce(
    (moved, move) => told.reduce((now, change) => dayMoved(now, change, { meant, move }), moved),
    view,
  )
}

function movesIn({ row }: PlacedRow, to: RightRow): readonly Moved[] {
  const { start, end, startUncertain: uncertain } = to
  const begun = start === row.start ? [] : [{ from: row.start, day: start, uncertain }]
  const isEndMoved = end !== null && row.end !== null && end !== row.end
  return isEndMoved ? [...begun, { from: row.end, day: end, uncertain: false }] : begun
}

/** Where nobody remembers the save: what every event of its kind writes. */
function usualFor(meant: PlacedRow): readonly Touched[] {
  return meant.row.columns['civilStatus'] === 'D' ? usualForDeath(meant) : usualForAbsence(meant)
}

function usualForDeath({ pnr, row }: PlacedRow): readonly Touched[] {
  const spouse = otherNamed(row)
  const survivor = { pnr: spouse, entity: 'civilStatus', change: 'append' } as const
  return [
    { pnr, entity: 'address', change: 'end' },
    { pnr, entity: 'person', change: 'set' },
    ...(spouse === null ? [] : [survivor]),
  ]
}

/** Whoever leaves or is lost has no home any more, and nothing that goes with one. */
const endsWithHome = [
  'address',
  'supplementaryAddress',
  'relocationOrder',
  'sharedResidence',
] as const

/** What came of the return is another event's. */
function usualForAbsence({ pnr, row }: PlacedRow): readonly Touched[] {
  const isAbsent = row.entity === 'disappearance' || row.entity === 'migration'
  if (!isAbsent || row.end !== null) return []
  return endsWithHome.map((entity) => ({ pnr, entity, change: 'end' }))
}

function dayMoved(
  view: RegisterView,
  change: Touched,
  { meant, move }: { readonly meant: PlacedRow; readonly move: Moved },
): RegisterView {
  const { pnr, entity } = change
  if (pnr === null) return view
  if (entity === 'person') return statusMoved(view, pnr, move)
  const isOther = (place: PlacedRow) => place.pnr !== meant.pnr || place.index !== meant.index
  return change.change === 'append' || change.change === 'set'
    ? begunBy(view, pnr, change, move.from)
        .filter(isOther)
        .reduce((now, place) => withStart(now, place, move), view)
    : placesOf(view, pnr, (row) => row.end === move.from && row.mark === null)
        .filter((place) => isOfChange(place, change, change.before) && isOther(place))
        .reduce((now, place) => withEnd(now, place, move), view)
}

/** The rows that the save began on that day: those that say what it was to say, else what they were put right to. */
function begunBy(
  view: RegisterView,
  pnr: string,
  change: Touched,
  day: string,
): readonly PlacedRow[] {
  const { columns } = change
  const begun = placesOf(view, pnr, (row) => row.start === day && row.mark === null).filter(
    (place) => isOfChange(place, change, columns),
  )
  const asSaid = begun.filter(({ row }) => columns === undefined || rowHolds(row, columns))
  return asSaid.length > 0 ? asSaid : begun
}

/** Rows of another key may begin on the same day by themselves. */
function isOfChange({ row }: PlacedRow, { entity }: Touched, columns: Touched['columns']): boolean {
  return (
    row.entity === entity && (columns === undefined || isOfOneKey(entity, row.columns, columns))
  )
}

/** What began later than the day it is to end on has no length. */
function withEnd(view: RegisterView, place: PlacedRow, { day }: Moved): RegisterView {
  const { start } = place.row
  return withChanged(view, place, { end: day < start ? start : day })
}

function withStart(view: RegisterView, place: PlacedRow, { day, uncertain }: Moved): RegisterView {
  const { row } = place
  // What lasts no day is moved whole.
  const isOver = row.end !== null && (row.end === row.start || row.end < day)
  const end = isOver ? day : row.end
  return withRight(view, place, { ...row, end, start: day, startUncertain: uncertain })
}

function statusMoved(view: RegisterView, pnr: string, { from, day }: Moved): RegisterView {
  const person = view.people[pnr]
  const own = person?.rows.find((row) => row.entity === 'person' && row.mark === null)
  return person && own?.columns['statusDate'] === from
    ? withStatus(view, pnr, { status: person.status, statusDate: day })
    : view
}
