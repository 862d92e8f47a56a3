import type { WireColumn, WireFormat, WireTable } from '@sagsgang/events'
import type { FieldValues } from '@sagsgang/gctp'

import type { StoredRow } from '../rows.ts'

/** A row as wire fields, by the same table that it is read with. */

const relations: Readonly<Record<string, string>> = { mother: 'Mor', father: 'Far', child: 'Barn' }
export const relationWord = (relation: string): string => relations[relation] ?? ''

const kept = (value: string): string => value

const writers: Readonly<Record<WireFormat, (value: string) => string>> = {
  text: kept,
  noteNumber: kept,
  pnr: kept,
  date: kept,
  datetime: (value) => `${value}0000`,
  houseNumber: (value) => value.padEnd(4),
  door: (value) => value.padStart(4),
  uncertain: (value) => (value === 'true' ? '*' : ''),
  relation: relationWord,
}

export const fieldsOf = (values: Readonly<Record<string, string | null>>): FieldValues =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value: value ?? '' }]))

export function writeRow(table: WireTable, row: StoredRow): FieldValues {
  const values: Record<string, string> = {}
  const put = (column: WireColumn | null, value: string | null): void => {
    if (column === null) return
    // Two columns may share a code, told apart by their formats: the filled one is written.
    if (value !== null) values[column.code] = writers[column.format](value)
    else values[column.code] ??= ''
  }
  put(table.start, row.start)
  put(table.end, row.end)
  for (const [name, column] of Object.entries(table.columns)) put(column, row.columns[name] ?? null)
  if (table.startUncertain !== null) values[table.startUncertain] = row.startUncertain ? '*' : ''
  if (table.mark !== null) values[table.mark] = row.mark ?? ''
  if (table.authority !== null) values[table.authority] ??= row.authority
  values[table.timestamp] = row.timestamp
  return fieldsOf(values)
}
