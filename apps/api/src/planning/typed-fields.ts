import { canonicalText } from '@sagsgang/events'
import type {
  CaseData,
  CaseDataChange,
  EventDefinition,
  ExpectedChange,
  FieldData,
  RegisterRow,
} from '@sagsgang/events'

import { columnsOf } from './correctable.ts'
import type { Written } from './correctable.ts'

/** A field that was typed again, and what it was. */
export interface FieldChange {
  readonly field: string
  readonly from: FieldData | null
  readonly to: FieldData | null
}

/** Of a field that stands in a row: where. */
export interface RowChange extends FieldChange {
  readonly written: Written
}

/** Fields that no row holds, typed again with another value than the case has. */
export function changesIn(before: CaseData, typed: CaseDataChange): readonly FieldChange[] {
  return Object.entries(typed)
    .filter(([field, value]) => !isSame(before[field] ?? null, value))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to }))
}

function isSame(one: FieldData | null, other: FieldData | null): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

interface Typed {
  readonly definition: EventDefinition
  readonly written: Written
  readonly value: FieldData | null
  /** What the case said. */
  readonly said: FieldData | null
  readonly row: RegisterRow
  readonly changes: readonly ExpectedChange[]
}

/** Null where what was typed is what the row holds. What was typed first is no change either, while its row was not corrected. */
export function changeInRow(typed: Typed): RowChange | null {
  const { written, value, said, row } = typed
  const from = valueIn(written, row)
  const to = canonical(typed.definition, written, value)
  if (isSame(canonical(typed.definition, written, from), to)) return null
  const isAsSaid = isSame(canonical(typed.definition, written, said), to)
  if (isAsSaid && isAsReported(typed)) return null
  return { field: written.field, from, to: value, written }
}

/** What the field says today, as a form would show it. */
function valueIn({ column, areLines }: Written, row: RegisterRow): FieldData | null {
  if (areLines) {
    const lines = [1, 2, 3, 4, 5].map((line) => row.columns[`line${line}`] ?? '')
    const last = lines.findLastIndex((line) => line !== '')
    return last < 0 ? null : lines.slice(0, last + 1)
  }
  if (column === 'startDate') return row.start
  if (column === 'endDate') return row.end
  if (column === 'dateUncertain') return row.startUncertain ? true : null
  return row.columns[column] ?? null
}

/** One house, floor or number written in one way; a flag that is not set says nothing. */
function canonical(
  { fields }: EventDefinition,
  written: Written,
  value: FieldData | null,
): FieldData | null {
  if (value === null || value === '' || value === false) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value
  const field = fields.find(({ name }) => name === written.field)
  return typeof value === 'string' && field ? canonicalText(field, value) : value
}

/** Some columns are worked out from more than one field: such a row may hold something else than what was typed. */
function isAsReported({ written, row, changes }: Typed): boolean {
  const own = changes.find(
    ({ entity, columns }) =>
      entity === row.entity &&
      (written.relation === null || columns['relation'] === written.relation),
  )
  const columns = columnsOf(written, null).map(([column]) => column)
  return (
    own !== undefined &&
    columns.every((column) => column in own.columns && own.columns[column] === row.columns[column])
  )
}
