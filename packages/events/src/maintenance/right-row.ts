import { isGiven, isTrue, textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import { isPartialDate } from '../dates.ts'
import type { EventDefinition } from '../define-event.ts'
import { entities } from '../entities.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { columnsGiven, fieldForColumn } from './maintained-columns.ts'

/** What a row says once a correction is saved. */
export type RightRow = Pick<RegisterRow, 'columns' | 'start' | 'startUncertain' | 'end'>

const addressLines = ['line1', 'line2', 'line3', 'line4', 'line5']

const home: readonly string[] = ['municipalityCode', 'streetCode']
const fullName: readonly string[] = ['firstNames', 'lastName']

/** Columns that make one thing: once these are given, those of it that are left out are empty. */
const wholes: Readonly<Partial<Record<Entity, readonly string[]>>> = {
  address: home,
  name: fullName,
}

function emptied(
  definition: EventDefinition,
  { entity }: Pick<RegisterRow, 'entity'>,
  given: Readonly<Record<string, string>>,
): readonly string[] {
  const columns: readonly string[] = entities[entity]
  const isWhole = wholes[entity]?.every((column) => column in given) ?? false
  const areLines = addressLines.some((line) => line in given)
  return columns
    .filter((column) => isWhole || (areLines && addressLines.includes(column)))
    .filter((column) => fieldForColumn(definition, { entity, columns: {} }, column) !== null)
}

/** What is given, over what stands. */
export function rightColumns(
  definition: EventDefinition,
  data: CaseData,
  row: Pick<RegisterRow, 'entity' | 'columns'>,
): RegisterRow['columns'] {
  const given = columnsGiven(definition, data, row)
  const empty = emptied(definition, row, given).map((column) => [column, null] as const)
  return { ...row.columns, ...Object.fromEntries(empty), ...given }
}

/** A row that stands open stays so: an end is given to former rows alone. */
export function rightRow(definition: EventDefinition, data: CaseData, row: RegisterRow): RightRow {
  const end = isGiven(data, 'endDate') ? textOf(data, 'endDate') : row.end
  return {
    columns: rightColumns(definition, data, row),
    start: isGiven(data, 'startDate') ? textOf(data, 'startDate') : row.start,
    startUncertain: isTrue(data, 'dateUncertain') || staysUncertain(data, row),
    end: row.end === null ? null : end,
  }
}

/** A whole day that is given without the mark is certain. */
function staysUncertain(data: CaseData, { startUncertain }: RegisterRow): boolean {
  const day = textOf(data, 'startDate')
  return startUncertain && (day === '' || isPartialDate(day))
}
