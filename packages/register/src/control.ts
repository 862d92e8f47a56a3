import { entities } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'

import { isPnr } from './personnummer.ts'
import { column, isCurrent, statusOf } from './rows.ts'
import type { Person, StoredRow } from './rows.ts'
import type { Store } from './store.ts'

/** What the control addresses show of the register: its rows, without technical stamps. */

export interface ShownRow {
  readonly current: boolean
  readonly mark: string | null
  readonly start: string
  readonly end: string | null
  readonly [column: string]: string | boolean | null
}

export interface ShownPerson {
  readonly pnr: string
  readonly rows: Readonly<Partial<Record<Entity, readonly ShownRow[]>>>
}

const shownRow = (row: StoredRow): ShownRow => ({
  current: isCurrent(row),
  mark: row.mark,
  start: row.start,
  end: row.end,
  startUncertain: row.startUncertain,
  derivedMark: row.derivedMark,
  code: row.code,
  ...Object.fromEntries(entities[row.entity].map((name) => [name, row.columns[name] ?? null])),
})

const isEntity = (name: string): name is Entity => name in entities

function showPerson(person: Person): ShownPerson {
  const kinds = Object.keys(entities)
    .filter(isEntity)
    .map((entity) => [entity, person.rows.filter((row) => row.entity === entity).map(shownRow)])
  return { pnr: person.pnr, rows: Object.fromEntries(kinds) }
}

export interface ListedPerson {
  readonly pnr: string
  readonly status: string
  readonly civilStatus: string | null
  readonly birthDate: string | null
  readonly sex: string | null
  readonly municipality: string | null
}

const listed = (person: Person): ListedPerson => ({
  pnr: person.pnr,
  status: statusOf(person),
  civilStatus: column(person, 'civilStatus', 'civilStatus'),
  birthDate: column(person, 'person', 'birthDate'),
  sex: column(person, 'person', 'sex'),
  municipality: column(person, 'address', 'municipalityCode'),
})

/** Null when the query is no query. */
export function listPeople(store: Store, query: URLSearchParams): readonly ListedPerson[] | null {
  const known = ['status', 'civilStatus', 'limit', 'after']
  const limit = Number(query.get('limit') ?? '1000000')
  const after = query.get('after') ?? ''
  const isGood =
    [...query.keys()].every((name) => known.includes(name)) &&
    Number.isSafeInteger(limit) &&
    limit >= 0 &&
    (after === '' || /^\d{10}$/.test(after))
  if (!isGood) return null
  const [status, civilStatus] = [query.get('status'), query.get('civilStatus')]
  return [...store.all()]
    .map(listed)
    .filter((one) => one.pnr > after)
    .filter((one) => status === null || one.status === status)
    .filter((one) => civilStatus === null || one.civilStatus === civilStatus)
    .toSorted((one, other) => (one.pnr < other.pnr ? -1 : 1))
    .slice(0, limit)
}

/** To put the clock at a time, or on by so many milliseconds. */
export type ClockOrder =
  | { readonly type: 'to'; readonly at: number }
  | { readonly type: 'by'; readonly milliseconds: number }

const longestAdvance = 100 * 366 * 86_400_000

/** Null when it is no order. */
export function readClockOrder(value: unknown): ClockOrder | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return null
  if ('now' in value) {
    const at = typeof value.now === 'string' ? Date.parse(value.now) : Number.NaN
    return Number.isNaN(at) ? null : { type: 'to', at }
  }
  return 'advance' in value ? readAdvance(value.advance) : null
}

function readAdvance(advance: unknown): ClockOrder | null {
  if (typeof advance !== 'object' || advance === null) return null
  const units: Readonly<Record<string, number>> = { days: 86_400_000, seconds: 1000 }
  let milliseconds = 0
  for (const [unit, amount] of Object.entries(advance)) {
    const length = units[unit]
    if (length === undefined || typeof amount !== 'number' || !(amount >= 0)) return null
    milliseconds += length * amount
  }
  return milliseconds <= longestAdvance ? { type: 'by', milliseconds } : null
}

export interface ResetOrder {
  readonly population?: number
  readonly seed?: number
}

const largestPopulation = 200_000

/** Null when it is no order. */
export function readReset(value: unknown): ResetOrder | null {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null) return null
  const order: { population?: number; seed?: number } = {}
  for (const [name, amount] of Object.entries(value)) {
    if (!Number.isSafeInteger(amount) || Number(amount) < 0) return null
    if (name === 'population' && Number(amount) <= largestPopulation)
      order.population = Number(amount)
    else if (name === 'seed') order.seed = Number(amount)
    else return null
  }
  return order
}

export const findShown = (store: Store, pnr: string): ShownPerson | null | 'malformed' => {
  if (!isPnr(pnr)) return 'malformed'
  const person = store.find(pnr)
  return person === undefined ? null : showPerson(person)
}
