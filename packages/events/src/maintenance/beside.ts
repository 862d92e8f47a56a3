import type { RegisterRow } from '../entities.ts'
import { isCurrent, isOfOneKey } from '../person-facts.ts'
import type { RegisterView } from '../register-view.ts'
import { placesOf } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** How a row lies among others: those next to it in its chain, and those that say the same of somebody else. */

function inChain(view: RegisterView, { pnr, index, row }: PlacedRow): readonly PlacedRow[] {
  return placesOf(
    view,
    pnr,
    (one) =>
      one.mark === null &&
      one.entity === row.entity &&
      isOfOneKey(row.entity, one.columns, row.columns),
  ).filter((place) => place.index !== index)
}

/** The row that ended when this one began: of several that did, the one that began last. */
export function placeBefore(view: RegisterView, place: PlacedRow): PlacedRow | undefined {
  return inChain(view, place)
    .filter(({ row }) => row.end === place.row.start)
    .toSorted((one, other) => (one.row.start < other.row.start ? 1 : -1))[0]
}

/** The row that began when this one ended. */
export function placeAfter(view: RegisterView, place: PlacedRow): PlacedRow | undefined {
  const { end } = place.row
  return end === null ? undefined : inChain(view, place).find(({ row }) => row.start === end)
}

const opposites: Readonly<Record<string, readonly string[]>> = {
  child: ['mother', 'father'],
  mother: ['child'],
  father: ['child'],
}

const couple = ['G', 'P']

function isCouple({ entity, columns }: RegisterRow): boolean {
  return entity === 'civilStatus' && couple.includes(columns['civilStatus'] ?? '')
}

/** The row of the couple that somebody was one of on a day. */
export function coupleRowOn(view: RegisterView, pnr: string, day: string): RegisterRow | undefined {
  return placesOf(
    view,
    pnr,
    (row) =>
      isCouple(row) &&
      row.mark === null &&
      row.start <= day &&
      (row.end === null || row.end >= day),
  )[0]?.row
}

/** Whom a row names as the other side of one fact: the spouse, the parent or the child. */
export function otherNamed({ entity, columns }: Pick<RegisterRow, 'entity' | 'columns'>) {
  if (entity === 'kinship') return columns['personnummer'] ?? null
  return entity === 'civilStatus' ? (columns['spousePersonnummer'] ?? null) : null
}

/** Who else has a row of the same fact. Somebody's death is theirs alone. */
export function otherOf(view: RegisterView, { pnr, row }: PlacedRow): string | null {
  // The couple that a separation belongs to stood on its first day.
  if (row.entity === 'separation')
    return coupleRowOn(view, pnr, row.start)?.columns['spousePersonnummer'] ?? null
  return row.columns['civilStatus'] === 'D' ? null : otherNamed(row)
}

/** Whether a row says of the person what the person's own row says of the other. */
function mirrors({ pnr, row }: PlacedRow, one: RegisterRow): boolean {
  if (row.entity === 'kinship') {
    const relations = opposites[row.columns['relation'] ?? ''] ?? []
    return one.columns['personnummer'] === pnr && relations.includes(one.columns['relation'] ?? '')
  }
  const isTheirs = row.entity === 'separation' || one.columns['spousePersonnummer'] === pnr
  return isTheirs && one.start === row.start
}

/** The same fact on the other person, where that person was looked up. */
export function twinOf(view: RegisterView, place: PlacedRow): PlacedRow | undefined {
  const other = otherOf(view, place)
  const own = view.people[place.pnr]
  if (other === null || !own) return undefined
  return placesOf(
    view,
    other,
    (one, person) =>
      one.entity === place.row.entity &&
      one.mark === null &&
      isCurrent(one, person) === isCurrent(place.row, own) &&
      mirrors(place, one),
  )[0]
}

/** Protection of name and address brings that of the local directory: the two rows stand and fall together. */
export function companionOf(view: RegisterView, place: PlacedRow): PlacedRow | undefined {
  const { entity, columns, start, end } = place.row
  if (entity !== 'protection' || columns['protectionType'] !== '00001') return undefined
  return placesOf(
    view,
    place.pnr,
    (one) =>
      one.entity === entity &&
      one.mark === null &&
      one.columns['protectionType'] === '00002' &&
      one.start === start &&
      one.end === end,
  )[0]
}
