import {
  fieldForColumn,
  isCurrent,
  type CaseData,
  type PersonView,
  type RegisterRow,
} from '@sagsgang/events'

import type { DataType } from './data-types.ts'

/** A correction of these orders another number: it says what is new, never again what stands. */
const ordered: ReadonlySet<string> = new Set(['personnummer'])

/** What a correction of the row would be opened with: its whole content, by the fields of the form. */
export function contentOf(
  { id, operations }: DataType,
  row: RegisterRow,
  person: PersonView,
): CaseData {
  const { correctCurrent, correctFormer } = operations
  const definition = isCurrent(row, person) ? correctCurrent : (correctFormer ?? correctCurrent)
  if (definition === undefined || ordered.has(id)) return {}
  const standing = { ...row.columns, ...periodOf(row) }
  const content = Object.entries(standing).flatMap(([column, value]) => {
    const field = fieldForColumn(definition, row, column)
    return value === null || value === '' || field === null ? [] : [[field, value] as const]
  })
  return { ...Object.fromEntries(content), ...(row.startUncertain && { dateUncertain: true }) }
}

/** What a person is has no period of its own: its day is that of the status. A form says the day alone. */
function periodOf({ entity, start, end }: RegisterRow): RegisterRow['columns'] {
  if (entity === 'person') return {}
  return { startDate: start.slice(0, 8), endDate: end?.slice(0, 8) ?? null }
}
