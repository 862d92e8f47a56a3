import type { FieldValues } from '@sagsgang/gctp'

import { column, isValid, rowsOf } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import { roadAt, streetLine } from './extras.ts'
import { fieldsOf } from './write-row.ts'

/** What a service shows with a row that stands in another. */
type RowExtras = (person: Person, row: StoredRow) => Readonly<Record<string, string | null>>

const forever = '99999999'

/** The valid row of another kind that held while this one did, the newest first. */
const meanwhile = (
  person: Person,
  entity: StoredRow['entity'],
  row: StoredRow,
): StoredRow | undefined =>
  rowsOf(person, entity)
    .filter(isValid)
    .toSorted((one, other) => other.start.localeCompare(one.start))
    .find(({ start, end }) => start < (row.end ?? forever) && (end ?? forever) > row.start)

const separatedWithin = (person: Person, marriage: StoredRow): string | null => {
  const reference = `${marriage.start}0000`
  const separation = rowsOf(person, 'separation')
    .filter(isValid)
    .find(({ columns }) => columns['civilStatusReference'] === reference)
  return separation === undefined ? null : `${separation.start}0000`
}

const electionAddress = (person: Person, row: StoredRow): string | null => {
  const lines = [1, 2, 3, 4, 5].flatMap((line) => row.columns[`line${line}`] ?? [])
  return lines.length === 0 ? streetLine(person) : lines.join(', ').slice(0, 34)
}

const extras: Readonly<Record<string, RowExtras>> = {
  CIVIL1: (person, row) => ({ CCIV_SEPHENVIS: separatedWithin(person, row) }),
  DELTBOP: (_, row) => ({ POSTNR: roadAt(row.columns)?.postalCode ?? null }),
  NAVNE1: (person, row) => ({
    CNVN_ADRNVN: meanwhile(person, 'addressingName', row)?.columns['addressingName'] ?? null,
    CNVN_KOEN: column(person, 'person', 'sex'),
  }),
  VALG1: (person, row) => ({ STADR: electionAddress(person, row) }),
}

export const rowExtrasOf = (service: string, person: Person, row: StoredRow): FieldValues =>
  fieldsOf(extras[service.toUpperCase()]?.(person, row) ?? {})
