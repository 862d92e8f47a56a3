import type { Check } from './invariant.ts'
import { column, currentRow, currentRows, isValid, rowsOf, statusOf } from './rows.ts'
import type { Person, StoredRow } from './rows.ts'

/** What holds of two who are or were married, partners or separated. */

const deadIsD: Check = (person) => {
  const isD = column(person, 'civilStatus', 'civilStatus') === 'D'
  return isD === (statusOf(person) === '90') ? [] : ['civil status D and status 90 disagree']
}

const isCouple = ({ columns }: StoredRow): boolean =>
  ['G', 'P'].includes(columns['civilStatus'] ?? '')

const spousesMirror: Check = (person, people) => {
  const row = currentRow(person, 'civilStatus')
  const spouse = row?.columns['spousePersonnummer']
  if (!row || spouse == null || !isCouple(row)) return []
  const other = people.find(spouse)
  const theirs = other && currentRow(other, 'civilStatus')
  if (!theirs) return ['the spouse is not there']
  const mirrors =
    theirs.columns['spousePersonnummer'] === person.pnr &&
    theirs.columns['civilStatus'] === row.columns['civilStatus'] &&
    theirs.start === row.start
  return mirrors ? [] : ['the rows of two spouses do not mirror each other']
}

/** Who dies separated stays so in the row, as the spouse does in the civil status. */
const separatedIsCouple: Check = (person) =>
  currentRows(person, 'separation').length === 0 ||
  ['G', 'P', 'D'].includes(column(person, 'civilStatus', 'civilStatus') ?? '')
    ? []
    : ['a separation without a couple']

/** Two are separated from each other, on one day. */
const separationsMirror: Check = (person, people) => {
  const [own] = currentRows(person, 'separation')
  const couple = currentRow(person, 'civilStatus')
  const spouse = couple?.columns['spousePersonnummer']
  if (!own || !couple || !isCouple(couple) || spouse == null) return []
  const other = people.find(spouse)
  const [theirs] = other ? currentRows(other, 'separation') : []
  return theirs?.start === own.start ? [] : ['only one of two is separated']
}

/** A separation begins inside the marriage it refers to; a divorce that lies before it leaves it behind. */
const separationsBeginMarried: Check = (person) =>
  rowsOf(person, 'separation')
    .filter(isValid)
    .every(({ start }) => marriagesOf(person).some((marriage) => marriage.start <= start))
    ? []
    : ['a separation outside its marriage']

const marriagesOf = (person: Person): readonly StoredRow[] =>
  rowsOf(person, 'civilStatus').filter((row) => isValid(row) && isCouple(row))

export const coupleInvariants: readonly Check[] = [
  deadIsD,
  spousesMirror,
  separatedIsCouple,
  separationsMirror,
  separationsBeginMarried,
]
