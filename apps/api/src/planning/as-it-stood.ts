import { getDefinition } from '@sagsgang/events'
import type { CaseData, ExpectedChange, FieldData, RegisterRow } from '@sagsgang/events'

import { writtenBy } from './correctable.ts'
import type { Written } from './correctable.ts'
import type { WrittenByCase } from './written-on.ts'

/** What a report said, as its row stood at last: a correction may have put it right since. */
export function asItStood(
  { event, expected }: Pick<WrittenByCase, 'event' | 'expected'>,
  data: CaseData,
  stood: RegisterRow | undefined,
): CaseData {
  const change = stood && changeOf(expected, stood)
  if (!stood || !change) return data
  const definition = getDefinition(event)
  const right = definition.fields.flatMap(({ name: field }) => {
    const written = writtenBy(definition, field, expected)
    if (!written || !isIn(written, stood)) return []
    const [was, is] = saidIn(written, { change, stood })
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [[field, is] as const]
  })
  const told = { ...data, ...Object.fromEntries(right) }
  const filled = Object.entries(told).flatMap(([field, value]) =>
    value === null ? [] : [[field, value] as const],
  )
  return Object.fromEntries(filled)
}

function changeOf(
  expected: readonly ExpectedChange[],
  { entity, columns }: RegisterRow,
): ExpectedChange | undefined {
  return expected.find(
    (one) =>
      one.entity === entity &&
      one.change !== 'end' &&
      (one.columns['relation'] ?? null) === (columns['relation'] ?? null),
  )
}

function isIn({ entity, relation, column }: Written, row: RegisterRow): boolean {
  const isSame = relation === null || relation === row.columns['relation']
  return entity === row.entity && isSame && column !== 'dateUncertain'
}

interface Said {
  readonly change: ExpectedChange
  readonly stood: RegisterRow
}

/** What the report was to write, and what stood there. */
function saidIn(
  { column, areLines }: Written,
  { change, stood }: Said,
): readonly [FieldData | null, FieldData | null] {
  if (column === 'startDate') return [change.start, stood.start]
  if (column === 'endDate') return [change.end, stood.end]
  if (areLines) return [linesIn(change.columns), linesIn(stood.columns)]
  return [change.columns[column] ?? null, stood.columns[column] ?? null]
}

const places = [1, 2, 3, 4, 5]

function linesIn(columns: RegisterRow['columns']): readonly string[] {
  return places.flatMap((place) => columns[`line${place}`] ?? [])
}
