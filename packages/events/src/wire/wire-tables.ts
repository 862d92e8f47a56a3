import type { Entity, RegisterRow } from '../entities.ts'
import { municipalTables } from './municipal-tables.ts'
import { personTables } from './person-tables.ts'
import { relationTables } from './relation-tables.ts'
import type { WireTable } from './wire-table.ts'

export const wireTables: readonly WireTable[] = [
  ...personTables,
  ...relationTables,
  ...municipalTables,
]

export function wireTablesOf(service: string): readonly WireTable[] {
  const id = service.toUpperCase()
  return wireTables.filter((table) => table.service.toUpperCase() === id)
}

/** The service that shows rows of a kind; undefined where no lookup does. */
export function serviceShowing(entity: Entity): string | undefined {
  return wireTables.find((table) => table.entity === entity)?.service
}

/** The services that together show these columns of a kind, the one that shows its rows first. */
export function servicesShowing(entity: Entity, columns: readonly string[]): readonly string[] {
  const tables = wireTables.filter((table) => table.entity === entity)
  const first = tables[0]?.service
  const showing = columns.flatMap(
    (column) => tables.find((table) => column in table.columns)?.service ?? [],
  )
  return [...new Set([first ?? [], ...showing].flat())]
}

/** What the lookups together tell of rows of a kind. */
export interface Shown {
  readonly columns: ReadonlySet<string>
  /** Rows that have ended, or are to end. */
  readonly former: boolean
  /** Rows that were corrected or undone. */
  readonly marked: boolean
}

/** Null for a kind of rows that no lookup shows. */
export function shownOf(entity: Entity): Shown | null {
  const tables = wireTables.filter((table) => table.entity === entity)
  if (tables.length === 0) return null
  return {
    columns: new Set(tables.flatMap(({ columns }) => Object.keys(columns))),
    former: tables.some(({ end }) => end !== null),
    marked: tables.some(({ mark }) => mark !== null),
  }
}

/** Whether lookups show rows of a kind of somebody with this status: an absence is shown while it lasts. */
export function areRowsShown(entity: Entity, status: string): boolean {
  const tables = wireTables.filter((table) => table.entity === entity)
  return tables.some((table) => table.while === undefined || table.while.value === status)
}

/** Whether a row says what these columns say, as far as lookups show them. */
export function rowHolds(row: RegisterRow, columns: RegisterRow['columns']): boolean {
  const shown = shownOf(row.entity)?.columns
  return Object.entries(columns).every(
    ([column, value]) => !shown?.has(column) || (row.columns[column] ?? null) === value,
  )
}
