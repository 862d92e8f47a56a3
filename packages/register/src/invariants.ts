import type { Entity } from '@sagsgang/events'

import { isFictive } from './geography.ts'
import { chainOf, column, currentRow, currentRows, isCurrent, isValid, statusOf } from './rows.ts'
import type { People, Person, StoredRow } from './rows.ts'

/** What must hold of everybody, after every update. */
export interface Breach {
  readonly pnr: string
  readonly says: string
}

type Check = (person: Person, people: People) => readonly string[]

const isDead = (person: Person): boolean => ['30', '50', '60'].includes(statusOf(person))

const chained: readonly Entity[] = [
  'person',
  'address',
  'migration',
  'disappearance',
  'name',
  'citizenship',
  'church',
  'civilStatus',
  'separation',
]

const noOverlap: Check = (person) =>
  chained.flatMap((entity) => {
    const rows = person.rows
      .filter((row) => row.entity === entity && isValid(row))
      .toSorted((one, other) =>
        (one.start + one.timestamp).localeCompare(other.start + other.timestamp),
      )
    return rows.flatMap((row, place) => {
      const next = rows[place + 1]
      if (row.end !== null && row.end < row.start) return [`a ${entity} row ends before it starts`]
      if (next === undefined || (row.end !== null && row.end <= next.start)) return []
      return [`two ${entity} rows overlap`]
    })
  })

const oneCurrent: Check = (person) => {
  const chains = currentRows(person, 'person').length === 1 ? [] : ['not one current person row']
  const seen = new Set<string>()
  for (const row of person.rows)
    if (isCurrent(row)) {
      const chain = chainOf(row.entity, row.columns)
      if (seen.has(chain)) chains.push(`two current rows of one ${row.entity} chain`)
      seen.add(chain)
    }
  return chains
}

const always: Check = (person) =>
  isDead(person)
    ? []
    : (['civilStatus', 'citizenship', 'church'] as const).flatMap((entity) =>
        currentRows(person, entity).length === 1 ? [] : [`not one current ${entity} row`],
      )

const resident: readonly string[] = ['01', '03', '05', '07']

const addressByStatus: Check = (person) => {
  const [address, ...others] = currentRows(person, 'address')
  const status = statusOf(person)
  const isHome = address !== undefined && !isFictive(address.columns['municipalityCode'] ?? '')
  if (resident.includes(status))
    return isHome && others.length === 0 ? [] : [`not one home with status ${status}`]
  if (address === undefined) return []
  // A number given without residence stands under a municipality that is none.
  return status === '20' && !isHome ? [] : [`an address with status ${status}`]
}

/** A kind of row that is open exactly with one status, and may stay so with others. */
const openByStatus =
  (entity: Entity, status: string, staysWith: readonly string[]): Check =>
  (person) => {
    const open = currentRows(person, entity).length > 0
    const is = statusOf(person)
    if (is === status) return open ? [] : [`status ${status} without open ${entity}`]
    return open && !staysWith.includes(is) ? [`open ${entity} with status ${is}`] : []
  }

/** Side by side stand only those that the model knows of; a child has one mother and one second parent. */
const oneOfEachParent: Check = (person) =>
  (['mother', 'father'] as const).flatMap((relation) =>
    currentRows(person, 'kinship').filter(({ columns }) => columns['relation'] === relation)
      .length > 1
      ? [`two current rows of a ${relation}`]
      : [],
  )

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

const closedPointsAway: Check = (person, people) => {
  const isSelf = person.validPnr === person.pnr
  if (!['50', '60'].includes(statusOf(person)))
    return isSelf || isDead(person) ? [] : ['a valid number that points at another']
  const valid = people.find(person.validPnr)
  return isSelf || valid === undefined || isDead(valid)
    ? ['a closed number that points nowhere']
    : []
}

const planned: Check = (person) =>
  person.rows.every(({ end, endsAhead, mark }) => !endsAhead || (end !== null && mark === null))
    ? []
    : ['an end ahead that is no end']

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

const kinPointsAtValid: Check = (person, people) =>
  isDead(person)
    ? []
    : currentRows(person, 'kinship').flatMap(({ columns }) => {
        const other =
          columns['personnummer'] == null ? undefined : people.find(columns['personnummer'])
        if (columns['personnummer'] == null) return []
        if (other === undefined || isDead(other)) return ['kin without a valid number']
        const back = currentRows(other, 'kinship').some(
          (row) =>
            row.columns['personnummer'] === person.pnr &&
            (row.columns['relation'] === 'child') !== (columns['relation'] === 'child'),
        )
        return back ? [] : ['kinship is known on one side only']
      })

const markedIsZeroLength: Check = (person) =>
  person.rows.every((row) => isValid(row) || row.end === row.start)
    ? []
    : ['a marked row with a length']

const checks: readonly Check[] = [
  noOverlap,
  oneCurrent,
  always,
  addressByStatus,
  openByStatus('disappearance', '70', []),
  // A departure stays open when the person dies abroad, and with a number that is closed.
  openByStatus('migration', '80', ['90', '30', '50', '60']),
  oneOfEachParent,
  separatedIsCouple,
  separationsMirror,
  closedPointsAway,
  planned,
  deadIsD,
  spousesMirror,
  kinPointsAtValid,
  markedIsZeroLength,
]

/** What is wrong with the rows of one person: nothing, as long as every update does its work. */
export const breachesOf = (person: Person, people: People): readonly Breach[] =>
  checks.flatMap((check) => check(person, people)).map((says) => ({ pnr: person.pnr, says }))
