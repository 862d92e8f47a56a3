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

/** The row that ended when this one began. */
export const rowBefore = (person: Person, row: StoredRow): StoredRow | undefined =>
  inChain(person, row)
    .filter(({ end, id }) => end === row.start && id !== row.id)
    .toSorted((one, other) => one.start.localeCompare(other.start) || one.id - other.id)
    .at(-1)

/** The row that began when this one ended. */
export const rowAfter = (person: Person, row: StoredRow): StoredRow | undefined =>
  row.end === null
    ? undefined
    : inChain(person, row).find(({ start, id }) => start === row.end && id !== row.id)

const opposite: Readonly<Record<string, readonly string[]>> = {
  child: ['mother', 'father'],
  mother: ['child'],
  father: ['child'],
}

export interface Twin {
  readonly pnr: string
  readonly row: StoredRow
}

/** The same fact on the other person: the spouse's row, or the parent's or child's. */
export function twinOf(people: People, pnr: string, row: StoredRow): Twin | undefined {
  const isCouple = row.entity === 'civilStatus'
  if (!isCouple && row.entity !== 'kinship') return undefined
  const other = row.columns[isCouple ? 'spousePersonnummer' : 'personnummer']
  const person = other == null ? undefined : people.find(other)
  if (person === undefined || row.columns['civilStatus'] === 'D') return undefined
  const mirrors = (one: StoredRow): boolean =>
    isCouple
      ? one.columns['spousePersonnummer'] === pnr && one.start === row.start
      : one.columns['personnummer'] === pnr &&
        (opposite[row.columns['relation'] ?? ''] ?? []).includes(one.columns['relation'] ?? '')
  const found = person.rows.find(
    (one) =>
      one.entity === row.entity &&
      isValid(one) &&
      isCurrent(one) === isCurrent(row) &&
      mirrors(one),
  )
  return found === undefined ? undefined : { pnr: person.pnr, row: found }
}
