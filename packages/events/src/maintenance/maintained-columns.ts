import { textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import type { EventDefinition } from '../define-event.ts'
import { entities } from '../entities.ts'
import type { RegisterRow } from '../entities.ts'
import type { Field } from '../fields.ts'
import { canonicalText } from '../to-request.ts'

type Row = Pick<RegisterRow, 'entity' | 'columns'>

/** A relative's number cannot go by its column's name: that is the number of the person the row stands on. */
const parentFields: Readonly<Record<string, string>> = {
  mother: 'motherPersonnummer',
  father: 'fatherPersonnummer',
}

function nameFor({ entity, columns }: Row, column: string): string | undefined {
  const isRelative = entity === 'kinship' && column === 'personnummer'
  return isRelative ? parentFields[columns['relation'] ?? ''] : column
}

const isSent = ({ wire, key }: Field): boolean => wire.length > 0 && !key

/**
 * The field through which an operation gives a column of a row; null where its service takes none. `startDate` is one. What
 * is not sent is none: the reason for a correction is not that of an order.
 */
export function fieldForColumn(
  { fields }: EventDefinition,
  row: Row,
  column: string,
): string | null {
  const name = nameFor(row, column)
  return fields.find((field) => field.name === name && isSent(field))?.name ?? null
}

/** What a maintenance case says that a row of its kind holds, by column and as the register writes it. */
export function columnsGiven(
  definition: EventDefinition,
  data: CaseData,
  row: Row,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entities[row.entity].flatMap((column) => {
      const name = fieldForColumn(definition, row, column)
      const field = definition.fields.find((one) => one.name === name)
      const value = field === undefined ? '' : canonicalText(field, textOf(data, field.name))
      return value === '' ? [] : [[column, value] as const]
    }),
  )
}
