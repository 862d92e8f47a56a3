import type { Entity } from '@sagsgang/events'

import { chainOf, column, currentRow, currentRows, isValid, statusOf } from './rows.ts'
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
    if (isValid(row) && row.end === null) {
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

const addressByStatus: Check = (person) => {
  const count = currentRows(person, 'address').length
  const status = statusOf(person)
  if (['01', '03', '05', '07'].includes(status)) return count === 1 ? [] : ['no current address']
  return count === 0 || status === '20' ? [] : [`an address with status ${status}`]
}

const openByStatus =
  (entity: Entity, status: string): Check =>
  (person) => {
    const open = currentRows(person, entity).length > 0
    const is = statusOf(person)
    // A departure stays open when the person dies abroad.
    if (is === status) return open ? [] : [`status ${status} without open ${entity}`]
    return open && !['90', '30', '50', '60'].includes(is)
      ? [`open ${entity} with status ${is}`]
      : []
  }

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
  openByStatus('disappearance', '70'),
  openByStatus('migration', '80'),
  deadIsD,
  spousesMirror,
  kinPointsAtValid,
  markedIsZeroLength,
]

/** What is wrong with the rows of one person: nothing, as long as every update does its work. */
export const breachesOf = (person: Person, people: People): readonly Breach[] =>
  checks.flatMap((check) => check(person, people)).map((says) => ({ pnr: person.pnr, says }))
