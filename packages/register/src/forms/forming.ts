import type { CaseData, Entity } from '@sagsgang/events'

import { addDays, ageOn } from '../dates.ts'
import { birthDateOf, sexOf } from '../personnummer.ts'
import type { Random } from '../random.ts'
import { column, currentRows, statusOf } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import type { Store } from '../store.ts'

/** What the small forms of the tests are filled in from: the people as they are, by chance. */

export interface Forming {
  readonly store: Store
  readonly random: Random
  readonly today: string
}

/** One event's form, filled in for somebody whom it may concern. */
export type Form = (forming: Forming) => CaseData

export type Forms = Readonly<Record<string, Form>>

type Is = (person: Person) => boolean

export const pick = ({ store, random }: Forming, ...is: readonly Is[]): Person | undefined => {
  const people = [...store.all()].filter((person) => is.every((one) => one(person)))
  return people[random.below(people.length)]
}

export const pnrOf = (forming: Forming, ...is: readonly Is[]): string =>
  pick(forming, ...is)?.pnr ?? ''

/** Somebody who has a row of a kind, and the row. */
export function pickRow(
  forming: Forming,
  entity: Entity,
  ...is: readonly Is[]
): { readonly pnr: string; readonly row: StoredRow | undefined } {
  const person = pick(forming, has(entity), ...is)
  const rows = person === undefined ? [] : currentRows(person, entity)
  return { pnr: person?.pnr ?? '', row: rows[forming.random.below(rows.length)] }
}

export const has =
  (entity: Entity): Is =>
  (person) =>
    currentRows(person, entity).length > 0

export const lacks =
  (entity: Entity): Is =>
  (person) =>
    currentRows(person, entity).length === 0

export const status =
  (...statuses: readonly string[]): Is =>
  (person) =>
    statuses.includes(statusOf(person))

export const civil =
  (...statuses: readonly string[]): Is =>
  (person) =>
    statuses.includes(column(person, 'civilStatus', 'civilStatus') ?? '')

export const sex =
  (wanted: string): Is =>
  ({ pnr }) =>
    sexOf(pnr) === wanted

const age = ({ today }: Forming, { pnr }: Person): number => ageOn(birthDateOf(pnr) ?? today, today)

export const adult =
  (forming: Forming): Is =>
  (person) =>
    age(forming, person) >= 18

export const minor =
  (forming: Forming): Is =>
  (person) =>
    age(forming, person) < 18

export const resident: Is = status('01', '03', '05', '07')
export const living: Is = status('01', '03', '05', '07', '20', '70', '80')

/** Today, or lately. */
export const lately = ({ random, today }: Forming): string =>
  random.chance(0.6) ? today : addDays(today, -random.below(20))

export const ahead = ({ random, today }: Forming): string => addDays(today, 5 + random.below(20))

export const home = ({ random }: Forming): CaseData => {
  if (random.chance(0.1)) return { municipalityCode: '0851', streetCode: '9901' }
  return {
    municipalityCode: '0851',
    streetCode: random.pick(['8511', '8513']),
    houseNumber: String(1 + random.below(98)),
    ...(random.chance(0.5) && { floor: '1', door: 'tv' }),
  }
}

export const lines: readonly string[] = ['Storgatan 4', 'Lund', 'Sverige']
