import type { RegisterRow } from '../entities.ts'
import { isCurrent, rowReplaced } from '../person-facts.ts'
import type { RegisterView } from '../register-view.ts'
import { companionOf, otherNamed, placeAfter, placeBefore, twinOf } from './beside.ts'
import {
  addressingNameFollows,
  authorityFollows,
  separationsFollow,
  statusDayFollows,
  statusFollowsHome,
  statusSince,
} from './following-rows.ts'
import { withoutRow } from './foretell-undo.ts'
import type { RightRow } from './right-row.ts'
import { rowIn, withChanged, withNew, withPerson } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** The wrong content stays as proof; the row gets the right one, and so does the row that mirrors it. */
export function foretellCorrection(
  view: RegisterView,
  meant: PlacedRow,
  to: RightRow,
): RegisterView {
  if (meant.row.entity === 'person') return writtenOver(view, meant, to)
  const twin = twinOf(view, meant)
  const companion = companionOf(view, meant)
  const right = withRight(view, meant, to)
  const isSame = otherNamed(meant.row) === otherNamed({ ...meant.row, ...to })
  const mirrored = !isSame
    ? withOtherPerson(right, { meant, twin, to })
    : twin
      ? withRight(right, twin, mirrorOf(meant, twin, to))
      : right
  const { start, end } = to
  const together = companion
    ? withRight(mirrored, companion, { ...companion.row, start, end })
    : mirrored
  return whatFollows(together, meant, { to, since: statusSince(view, meant.pnr) })
}

/** A number's own row has no history. */
function writtenOver(view: RegisterView, meant: PlacedRow, { columns }: RightRow): RegisterView {
  const { birthDate } = columns
  const changed = withChanged(view, meant, { columns })
  return birthDate == null
    ? changed
    : withPerson(changed, meant.pnr, (person) => ({ ...person, birthDate }))
}

/** The neighbours' days follow, and the proof of what was wrong comes last. */
export function withRight(view: RegisterView, place: PlacedRow, to: RightRow): RegisterView {
  const { pnr, row } = place
  const proof: RegisterRow = { ...row, end: row.start, mark: 'K' }
  const right = withChanged(withNeighboursMoved(view, place, to), place, to)
  return separationsFollow(withNew(right, pnr, proof), place, to.start)
}

function withNeighboursMoved(view: RegisterView, place: PlacedRow, to: RightRow): RegisterView {
  const [before, after] = [placeBefore(view, place), placeAfter(view, place)]
  const earlier =
    before && to.start !== place.row.start ? withChanged(view, before, { end: to.start }) : view
  return after && to.end !== null && to.end !== place.row.end
    ? withChanged(earlier, after, { start: to.end })
    : earlier
}

/** Each separation names the civil-status row of its own person, each relative the other. */
function mirrorOf({ pnr, row }: PlacedRow, { row: theirs }: PlacedRow, to: RightRow): RightRow {
  if (row.entity === 'separation') return { ...to, columns: theirs.columns }
  const own =
    row.entity === 'kinship'
      ? { personnummer: pnr }
      : { civilStatus: to.columns['civilStatus'] ?? null, spousePersonnummer: pnr }
  return { ...to, columns: { ...theirs.columns, ...own } }
}

interface Replacing {
  readonly meant: PlacedRow
  readonly twin: PlacedRow | undefined
  readonly to: RightRow
}

/** Somebody else was meant: the one named wrongly is freed, the right one gets the row. */
function withOtherPerson(view: RegisterView, { meant, twin, to }: Replacing): RegisterView {
  const freed = twin ? withChanged(withoutRow(view, twin), twin, { mark: 'K' }) : view
  const other = otherNamed({ ...meant.row, ...to })
  const person = other === null ? null : freed.people[other]
  if (!person) return freed
  const theirs = rowOfOther(meant, to)
  const replaced = rowReplaced(person, theirs.entity, theirs.columns)
  const index = replaced ? person.rows.indexOf(replaced) : -1
  const pushed = replaced
    ? withChanged(freed, { pnr: person.pnr, index }, { end: endBy(replaced, to.start) })
    : freed
  const placed = withNew(pushed, person.pnr, theirs)
  const isParent = meant.row.entity === 'kinship' && theirs.columns['relation'] === 'child'
  const wrong = otherNamed(meant.row)
  return isParent ? authorityFollows(placed, meant.pnr, { wrong, right: person.pnr }) : placed
}

/** A row whose place is taken ends that day, unless it was to end before; it has no length that is negative. */
export function endBy({ start, end }: RegisterRow, day: string): string {
  const own = day < start ? start : day
  return end !== null && end < own ? end : own
}

function rowOfOther({ pnr, row }: PlacedRow, to: RightRow): RegisterRow {
  const columns =
    row.entity === 'kinship'
      ? { relation: 'child', personnummer: pnr, name: null, birthDate: null }
      : { ...to.columns, spousePersonnummer: pnr }
  return { ...row, ...to, columns }
}

function whatFollows(
  view: RegisterView,
  meant: PlacedRow,
  { to, since }: { readonly to: RightRow; readonly since: string | null },
): RegisterView {
  const { pnr, row } = meant
  const person = view.people[pnr]
  const right = rowIn(view, meant)
  const housed = row.entity === 'address' ? statusFollowsHome(view, pnr, since) : view
  if (!person || !right || !isCurrent(right, person)) return housed
  const dated = statusDayFollows(housed, meant, to.start)
  return row.entity === 'name' ? addressingNameFollows(dated, meant, to.columns) : dated
}
