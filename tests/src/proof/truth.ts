import type { TrueRow } from '../control.ts'
import type { Somebody } from './census.ts'

/** What must be true of everybody whatever was reported: the register's promises, written down a second time. */

type Law = readonly [name: string, breaks: (one: Somebody) => boolean]

/** Of these kinds one row stands at all times. */
const always = ['civilStatus', 'citizenship', 'church']

/** Of these kinds one row stands at most. */
const atMostOne = [
  'name',
  'addressingName',
  'address',
  'supplementaryAddress',
  'contactAddress',
  'migration',
  'disappearance',
  'separation',
  'relocationOrder',
  'guardianship',
  'sharedResidence',
  'alienNumber',
]

/** Periods of these kinds follow each other. */
const chained = ['name', 'address', 'civilStatus', 'citizenship', 'church', 'separation']

const residents = ['01', '03', '05', '07']

const numbersIn = (rows: readonly TrueRow[], column: string): readonly unknown[] =>
  rows.map((row) => row[column])

const knows = (one: Somebody, other: Somebody): boolean =>
  numbersIn(one.rows('kinship'), 'personnummer').includes(other.pnr)

const kinOf = (one: Somebody): readonly Somebody[] => [
  ...one.kin('mother'),
  ...one.kin('father'),
  ...one.kin('child'),
]

function overlap(rows: readonly TrueRow[]): boolean {
  const inOrder = rows.toSorted((one, other) => startOf(one).localeCompare(startOf(other)))
  return inOrder.slice(1).some((row, place) => {
    const before = inOrder[place]?.end ?? null
    return before === null || before > startOf(row)
  })
}

const startOf = ({ start }: TrueRow): string => start ?? ''

/** A number that was given up, or annulled, keeps nothing of its own. */
const isClosed = ({ status }: Somebody): boolean => ['30', '50', '60'].includes(status)

const isOpenExactly =
  (entity: string, status: string) =>
  (one: Somebody): boolean =>
    (one.row(entity) !== undefined) !== (one.status === status)

const laws: readonly Law[] = [
  ...always.map((entity): Law => [`one ${entity}`, (one) => one.rows(entity).length !== 1]),
  ...atMostOne.map((entity): Law => [
    `one ${entity} at most`,
    (one) => one.rows(entity).length > 1,
  ]),
  ...chained.map((entity): Law => [`${entity} in order`, (one) => overlap(one.ever(entity))]),
  [
    'a home for a resident and nobody else',
    (one) =>
      one.status !== '20' && (one.row('address') !== undefined) !== residents.includes(one.status),
  ],
  ['lost with status 70', isOpenExactly('disappearance', '70')],
  // Whoever dies abroad has left for good.
  ['abroad with status 80', (one) => one.status !== '90' && isOpenExactly('migration', '80')(one)],
  ['a couple in both rows', (one) => (one.spouse()?.spouse() ?? one) !== one],
  ['kin who know each other', (one) => kinOf(one).some((other) => !knows(other, one))],
  ['kin by a valid number', (one) => kinOf(one).some(isClosed)],
  ['one mother and one father', (one) => ['mother', 'father'].some(isTwice(one))],
]

const isTwice = (one: Somebody) => (relation: string) =>
  one.rows('kinship').filter((row) => row['relation'] === relation).length > 1

/** Names of the laws that somebody breaks. */
export function brokenLaws(people: readonly Somebody[]): readonly string[] {
  return people
    .filter((one) => !isClosed(one))
    .flatMap((one) => laws.filter(([, breaks]) => breaks(one)).map(([name]) => name))
}
