import type { Fields, FieldValues, Role } from '@sagsgang/gctp'

import type { Entity, Mark, RegisterRow } from '../entities.ts'
import { wireFormats } from './wire-format.ts'
import type { WireColumn, WireTable } from './wire-table.ts'
import { wireTables, wireTablesOf } from './wire-tables.ts'

const marks: Readonly<Record<string, Mark>> = { K: 'K', A: 'A', Æ: 'Æ' }

function readColumn(fields: FieldValues, column: WireColumn | null): string | null {
  const value = column && fields[column.code]?.value
  return value ? wireFormats[column.format].read(value) : null
}

function readCode(fields: FieldValues, code: string | null): string {
  return (code && fields[code]?.value) ?? ''
}

const unknownDate = '00000000'

/** One row as the wire shows it; null where the fields say nothing of this kind. */
export function rowFromFields(table: WireTable, fields: FieldValues): RegisterRow | null {
  if (table.while && readCode(fields, table.while.code) !== table.while.value) return null
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => [name, readColumn(fields, column)]),
  )
  const first = Object.keys(table.columns)[0] ?? ''
  const start = readColumn(fields, table.start)
  const isThere = columns[first] != null || start != null
  // A relative who is neither parent nor child is shown beside the kin and is none.
  if (!isThere || ('relation' in columns && columns['relation'] == null)) return null
  return {
    entity: table.entity,
    columns,
    start: start ?? unknownDate,
    startUncertain: readCode(fields, table.startUncertain) === '*',
    end: readColumn(fields, table.end),
    mark: marks[readCode(fields, table.mark)] ?? null,
    timestamp: readCode(fields, table.timestamp),
  }
}

/** The same row as wire fields. */
export function fieldsFromRow(table: WireTable, row: RegisterRow): Fields {
  const fields: Record<string, string> = {}
  const put = (column: WireColumn | null, value: string | null): void => {
    if (column && value != null) fields[column.code] = wireFormats[column.format].write(value)
  }
  for (const [name, column] of Object.entries(table.columns)) put(column, row.columns[name] ?? null)
  if (table.while) fields[table.while.code] = table.while.value
  put(table.start, row.start)
  put(table.end, row.end)
  if (table.startUncertain && row.startUncertain) fields[table.startUncertain] = '*'
  if (table.mark && row.mark) fields[table.mark] = row.mark
  fields[table.timestamp] = row.timestamp
  return fields
}

/** The fields of each row that stands in a table of an answer. */
export function fieldsOf(table: WireTable, role: Role): readonly FieldValues[] {
  if (table.shape === 'block') return [role.blocks[table.name] ?? role.fields]
  const named = role.tables.find((candidate) => candidate.name === table.name)
  if (named) return named.rows.map((row) => row.fields)
  return table.shape === 'role' ? [role.fields] : []
}

/** Every row that an answer of a lookup holds, newest first. */
export function rowsFromAnswer(service: string, roles: readonly Role[]): readonly RegisterRow[] {
  const rows = wireTablesOf(service).flatMap((table) =>
    roles.flatMap((role) => fieldsOf(table, role).map((fields) => rowFromFields(table, fields))),
  )
  return newestFirst(rows.filter((row) => row !== null))
}

/** What several answers say of one row, as one: a kind shown in a block has one row, wherever it stands. */
export function joinedRows(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  const blocks = new Map<Entity, RegisterRow>()
  const others: RegisterRow[] = []
  for (const row of rows) {
    if (!inBlocks.has(row.entity)) others.push(row)
    else blocks.set(row.entity, joined(blocks.get(row.entity), row))
  }
  return newestFirst([...blocks.values(), ...others])
}

const inBlocks: ReadonlySet<Entity> = new Set(
  wireTables.filter(({ shape }) => shape === 'block').map(({ entity }) => entity),
)

function joined(one: RegisterRow | undefined, other: RegisterRow): RegisterRow {
  if (!one) return other
  const [whole, part] = one.start === unknownDate ? [other, one] : [one, other]
  return { ...whole, columns: { ...part.columns, ...whole.columns } }
}

function orderOf(row: RegisterRow): string {
  return `${row.start}${row.timestamp}`
}

function newestFirst(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  return rows.toSorted((one, other) => (orderOf(one) < orderOf(other) ? 1 : -1))
}
