import { entities } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'

import { isRecord } from './faults.ts'
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
  readonly [column: string]: string | boolean | null | readonly string[]
}

export interface ShownPerson {
  readonly pnr: string
  readonly rows: Readonly<Partial<Record<Entity, readonly ShownRow[]>>>
}

/** What the catalogue calls the lines of a kind of row. */
const linesByEntity: Readonly<Partial<Record<Entity, string>>> = {
  supplementaryAddress: 'lines',
  contactAddress: 'lines',
  migration: 'foreignAddress',
  election: 'address',
  guardianship: 'guardianAddress',
  guardian: 'guardianAddress',
}

const isLine = (name: string): boolean => /^line\d$/.test(name)

/** Five columns are one field, down to the last line that is filled; null where none is. */
function shownLines({
  entity,
  columns,
}: StoredRow): Readonly<Record<string, readonly string[] | null>> {
  const name = linesByEntity[entity]
  if (name === undefined) return {}
  const lines = entities[entity].filter(isLine).map((line) => columns[line] ?? '')
  const last = lines.findLastIndex((line) => line !== '')
  return { [name]: last === -1 ? null : lines.slice(0, last + 1) }
}

const shownColumns = (row: StoredRow): readonly (readonly [string, string | null])[] =>
  entities[row.entity]
    .filter((name) => !isLine(name))
    .map((name) => [name, row.columns[name] ?? null])

const shownRow = (row: StoredRow): ShownRow => ({
  current: isCurrent(row),
  mark: row.mark,
  start: row.start,
  end: row.end,
  startUncertain: row.startUncertain,
  derivedMark: row.derivedMark,
  code: row.code,
  ...Object.fromEntries(shownColumns(row)),
  ...shownLines(row),
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
  const asked = (name: string): string => query.get(name) ?? ''
  const [limit, after] = [asked('limit'), asked('after')]
  const isGood =
    [...query.keys()].every((name) => known.includes(name)) &&
    /^\d{0,9}$/.test(limit) &&
    (after === '' || /^\d{10}$/.test(after))
  if (!isGood) return null
  const [status, civilStatus] = [asked('status'), asked('civilStatus')]
  return [...store.all()]
    .map(listed)
    .filter((one) => one.pnr > after)
    .filter((one) => status === '' || one.status === status)
    .filter((one) => civilStatus === '' || one.civilStatus === civilStatus)
    .toSorted((one, other) => (one.pnr < other.pnr ? -1 : 1))
    .slice(0, limit === '' ? undefined : Number(limit))
}

/** To put the clock at a time, or on by so many milliseconds. */
export type ClockOrder =
  | { readonly type: 'to'; readonly at: number }
  | { readonly type: 'by'; readonly milliseconds: number }

/** Beyond it a date has more than eight digits; the Danish day begins before that of UTC. */
export const latestTime = Date.UTC(9999, 11, 31)

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** Null when it is no order. */
export function readClockOrder(value: unknown): ClockOrder | null {
  if (!isRecord(value) || Object.keys(value).length !== 1) return null
  const { now, advance } = value
  if (typeof now !== 'string') return readAdvance(advance)
  const at = isoTime.test(now) ? Date.parse(now) : Number.NaN
  return Number.isNaN(at) ? null : { type: 'to', at }
}

function readAdvance(advance: unknown): ClockOrder | null {
  if (!isRecord(advance)) return null
  const units: Readonly<Record<string, number>> = { days: 86_400_000, seconds: 1000 }
  let milliseconds = 0
  for (const [unit, amount] of Object.entries(advance)) {
    const length = units[unit]
    if (length === undefined || typeof amount !== 'number' || !(amount >= 0)) return null
    milliseconds += length * amount
  }
  return { type: 'by', milliseconds }
}

export interface ResetOrder {
  readonly population?: number
  readonly seed?: number
}

// The image is one text: with many more people it would no longer fit into a string.
const largestPopulation = 50_000

/** Null when it is no order. */
export function readReset(value: unknown): ResetOrder | null {
  if (value === undefined) return {}
  if (!isRecord(value)) return null
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
