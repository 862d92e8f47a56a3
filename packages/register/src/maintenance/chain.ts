import { chainOf, isCurrent, isValid } from '../rows.ts'
import type { People, Person, StoredRow } from '../rows.ts'

/** How one row lies among the others of its kind. */

/** The valid rows of the chain that a row belongs to, without it. */
const inChain = (person: Person, row: StoredRow): readonly StoredRow[] => {
  const chain = chainOf(row.entity, row.columns)
  return person.rows.filter(
    (one) => one.id !== row.id && isValid(one) && chainOf(one.entity, one.columns) === chain,
  )
}

/** Rows that last no day stand on one: those of a day follow one another as they were written. */
const inOrder = (one: StoredRow, other: StoredRow): number =>
  one.start.localeCompare(other.start) || one.id - other.id

/** The row that ended when this one began. */
export const rowBefore = (person: Person, row: StoredRow): StoredRow | undefined =>
  inChain(person, row)
    .filter((one) => one.end === row.start && inOrder(one, row) < 0)
    .toSorted(inOrder)
    .at(-1)

/** The row that began when this one ended. */
export const rowAfter = (person: Person, row: StoredRow): StoredRow | undefined =>
  row.end === null
    ? undefined
    : inChain(person, row)
        .filter((one) => one.start === row.end && inOrder(one, row) > 0)
        .toSorted(inOrder)
        .at(0)

const opposite: Readonly<Record<string, readonly string[]>> = {
  child: ['mother', 'father'],
  mother: ['child'],
  father: ['child'],
}

export interface Twin {
  readonly pnr: string
  readonly row: StoredRow
}

/** The row of the couple that somebody was one of on a day. */
export const coupleRowOn = ({ rows }: Person, day: string): StoredRow | undefined =>
  rows.find(
    (one) =>
      one.entity === 'civilStatus' &&
      isValid(one) &&
      ['G', 'P'].includes(one.columns['civilStatus'] ?? '') &&
      one.start <= day &&
      (one.end === null || one.end >= day),
  )

/** The couple that a separation belongs to stood on its first day. */
function spouseOn(people: People, pnr: string, day: string): string | null {
  const person = people.find(pnr)
  const row = person && coupleRowOn(person, day)
  return row?.columns['spousePersonnummer'] ?? null
}

/** Who else has a row of the same fact. */
function otherOf(people: People, pnr: string, row: StoredRow): string | null {
  if (row.entity === 'separation') return spouseOn(people, pnr, row.start)
  if (row.entity === 'kinship') return row.columns['personnummer'] ?? null
  const isCouple = row.entity === 'civilStatus' && row.columns['civilStatus'] !== 'D'
  return isCouple ? (row.columns['spousePersonnummer'] ?? null) : null
}

/** Whether a row says of the person what the person's own says of the other. */
function mirrors(row: StoredRow, one: StoredRow, pnr: string): boolean {
  if (row.entity === 'kinship')
    return (
      one.columns['personnummer'] === pnr &&
      (opposite[row.columns['relation'] ?? ''] ?? []).includes(one.columns['relation'] ?? '')
    )
  const isTheirs = row.entity === 'separation' || one.columns['spousePersonnummer'] === pnr
  return isTheirs && one.start === row.start
}

/** The same fact on the other person: the spouse's row, or the parent's or child's. */
export function twinOf(people: People, pnr: string, row: StoredRow): Twin | undefined {
  const other = otherOf(people, pnr, row)
  const person = other === null ? undefined : people.find(other)
  const found = person?.rows.find(
    (one) =>
      one.entity === row.entity &&
      isValid(one) &&
      isCurrent(one) === isCurrent(row) &&
      mirrors(row, one, pnr),
  )
  return person === undefined || found === undefined ? undefined : { pnr: person.pnr, row: found }
}
