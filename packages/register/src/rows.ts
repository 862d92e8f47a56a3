import { rowKeys } from '@sagsgang/events'
import type { Entity, Mark } from '@sagsgang/events'

export type Columns = Readonly<Record<string, string | null>>

/** One row of a person, as the register keeps it. Rows are never changed in place: a change makes a new one. */
export interface StoredRow {
  readonly id: number
  readonly entity: Entity
  readonly columns: Columns
  /** YYYYMMDD, parts 00 when unknown. */
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string | null
  /** The end lies ahead: the row is current until that day, when the register clears this by itself. */
  readonly endsAhead: boolean
  readonly mark: Mark | null
  /** Twenty digits: the row's own key in maintenance. */
  readonly timestamp: string
  /** The save that wrote the row's content, and the one that last touched it. */
  readonly save: number
  readonly touched: number
  readonly code: string | null
  readonly derivedMark: string | null
  /** The authority that documents the row. */
  readonly authority: string
}

export interface Person {
  readonly pnr: string
  /** The number that is valid in this one's place, or the same. */
  readonly validPnr: string
  readonly rows: readonly StoredRow[]
}

/** How the register finds people; a draft shows them as they will be. */
export interface People {
  find(pnr: string): Person | undefined
}

export const isValid = (row: StoredRow): boolean => row.mark === null
export const isCurrent = (row: StoredRow): boolean =>
  row.mark === null && (row.end === null || row.endsAhead)

export const rowsOf = (person: Person, entity: Entity): readonly StoredRow[] =>
  person.rows.filter((row) => row.entity === entity)

export const currentRows = (person: Person, entity: Entity): readonly StoredRow[] =>
  person.rows.filter((row) => row.entity === entity && isCurrent(row))

export const currentRow = (person: Person, entity: Entity): StoredRow | undefined =>
  person.rows.find((row) => row.entity === entity && isCurrent(row))

export const column = (person: Person, entity: Entity, name: string): string | null =>
  currentRow(person, entity)?.columns[name] ?? null

export const statusOf = (person: Person): string => column(person, 'person', 'status') ?? ''

/** The row that stood before this one in its chain. */
export function rowReplacedBy(person: Person, row: StoredRow): StoredRow | undefined {
  const chain = chainOf(row.entity, row.columns)
  return person.rows
    .filter((one) => isValid(one) && one.id !== row.id && one.start <= row.start)
    .filter((one) => one.entity === row.entity && chainOf(one.entity, one.columns) === chain)
    .toSorted(
      (one, other) =>
        one.start.localeCompare(other.start) ||
        (one.end ?? '').localeCompare(other.end ?? '') ||
        one.id - other.id,
    )
    .at(-1)
}

/** Rows that share this belong to one chain; the rest stand side by side. */
export function chainOf(entity: Entity, columns: Columns): string {
  const keys = rowKeys[entity] ?? []
  return [entity, ...keys.map((key) => columns[key] ?? '')].join('/')
}
