import type { Entity } from '@sagsgang/events'

import { coupleInvariants } from './couple-invariants.ts'
import { firstRowInvariants } from './first-row-invariants.ts'
import { isFictive } from './geography.ts'
import { isClosed } from './invariant.ts'
import type { Check } from './invariant.ts'
import { kinInvariants } from './kin-invariants.ts'
import { kindInvariants } from './kind-invariants.ts'
import { chainOf, currentRows, isCurrent, isValid, statusOf } from './rows.ts'
import type { People, Person, StoredRow } from './rows.ts'

/** What must hold of everybody, after every update. */
export interface Breach {
  readonly pnr: string
  readonly says: string
}

/** Periods of one chain never overlap, whichever kind of row it is; children stand side by side. */
const noOverlap: Check = ({ rows }) =>
  [...Map.groupBy(rows.filter(isValid), ({ entity, columns }) => chainOf(entity, columns))].flatMap(
    ([, chain]) => overlapsIn(chain),
  )

function overlapsIn(chain: readonly StoredRow[]): readonly string[] {
  const inOrder = chain.toSorted((one, other) =>
    (one.start + one.timestamp).localeCompare(other.start + other.timestamp),
  )
  return inOrder.flatMap(({ entity, start, end }, place) => {
    const next = inOrder[place + 1]
    if (end !== null && end < start) return [`a ${entity} row ends before it starts`]
    const isOver = next === undefined || (end !== null && end <= next.start)
    return isOver ? [] : [`two ${entity} rows overlap`]
  })
}

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
  isClosed(person)
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

const closedPointsAway: Check = (person, people) => {
  const isSelf = person.validPnr === person.pnr
  if (!['50', '60'].includes(statusOf(person)))
    return isSelf || isClosed(person) ? [] : ['a valid number that points at another']
  const valid = people.find(person.validPnr)
  return isSelf || valid === undefined || isClosed(valid)
    ? ['a closed number that points nowhere']
    : []
}

const planned: Check = (person) =>
  person.rows.every(({ end, endsAhead, mark }) => !endsAhead || (end !== null && mark === null))
    ? []
    : ['an end ahead that is no end']

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
  closedPointsAway,
  planned,
  markedIsZeroLength,
  ...coupleInvariants,
  ...kinInvariants,
  ...firstRowInvariants,
  ...kindInvariants,
]

/** What is wrong with the rows of one person: nothing, as long as every update does its work. */
export const breachesOf = (person: Person, people: People): readonly Breach[] =>
  checks.flatMap((check) => check(person, people)).map((says) => ({ pnr: person.pnr, says }))
