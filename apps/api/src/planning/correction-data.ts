import { fieldForColumn, freeNumber, searchKey, textOf } from '@sagsgang/events'
import type {
  CaseData,
  EventDefinition,
  FieldData,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

import { columnsOf } from './correctable.ts'
import type { RowChange } from './typed-fields.ts'

/** A row, and what is to be right in it. */
export interface RowToCorrect {
  readonly row: RegisterRow
  readonly changes: readonly RowChange[]
}

/** The whole right content of the row: what is not given again would be lost. */
export function correctionData(
  maintenance: EventDefinition,
  person: string,
  { row, changes }: RowToCorrect,
): CaseData {
  const typed = Object.fromEntries(changes.flatMap(({ written, to }) => columnsOf(written, to)))
  const right: Readonly<Record<string, FieldData | null>> = {
    ...row.columns,
    ...datesOf(row, typed),
    ...typed,
  }
  const content = Object.entries(right).flatMap(([column, value]) => {
    const field = fieldForColumn(maintenance, row, column)
    return value === null || field === null ? [] : [[field, value] as const]
  })
  return { personnummer: person, timestamp: row.timestamp, ...Object.fromEntries(content) }
}

/** The number's own row has a day of its own, which no correction moves. An entry begins and ends on one day. */
function datesOf(
  { entity, start, end, startUncertain }: RegisterRow,
  { startDate = start }: Readonly<Record<string, FieldData | null>>,
): Readonly<Record<string, FieldData | null>> {
  if (entity === 'person') return {}
  const endDate = end === start ? startDate : end
  const ends = endDate === null ? { startDate: start } : { startDate: start, endDate }
  return startUncertain ? { ...ends, dateUncertain: true } : ends
}

/** Whether the operation changes the person's number. */
export function givesNumber({ fields }: EventDefinition): boolean {
  return fields.some(({ name }) => name === 'newPersonnummer')
}

/** A number that says something wrong is changed: to one that nobody has, so that the plan can show both. */
export function withNewNumber(
  definition: EventDefinition,
  data: CaseData,
  { matches }: RegisterView,
): CaseData {
  const right = { birthDate: textOf(data, 'birthDate'), sex: textOf(data, 'sex') }
  const taken = matches[searchKey(right)]
  if (!taken || !givesNumber(definition)) return data
  const newPersonnummer = freeNumber(
    right,
    taken.map(({ pnr }) => pnr),
  )
  return newPersonnummer === null ? data : { ...data, newPersonnummer }
}
