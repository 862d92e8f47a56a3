import type { Entity } from '../entities.ts'
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
