import { isGiven } from './case-data.ts'
import type { CaseData, FieldData } from './case-data.ts'
import { findDefinition } from './catalogue.ts'
import type { EventDefinition, Facts } from './define-event.ts'
import { fieldForColumn } from './maintenance/maintained-columns.ts'
import { pastFact } from './past-fact.ts'

/**
 * What the late report that takes an event's place begins with: all that both forms know, the row as the event would have
 * written it, and a period from the event's date until the row that follows.
 */
export function formerDataFor(
  definition: EventDefinition,
  facts: Pick<Facts, 'data' | 'view'>,
): CaseData {
  const past = pastFact(definition, facts)
  const late = past && findDefinition(past.operation)
  if (!past || !late) return {}
  const names = new Set(late.fields.map(({ name }) => name))
  const shared = Object.entries(facts.data).filter(([name]) => names.has(name))
  const row = { entity: past.current.entity, columns: past.columns }
  const written = Object.entries(past.columns).flatMap(([column, value]) => {
    const field = fieldForColumn(late, row, column)
    return value === null || field === null ? [] : [[field, value] as const]
  })
  const period: readonly (readonly [string, FieldData])[] = [
    ...(isGiven(facts.data, definition.dateField)
      ? [['startDate', facts.data[definition.dateField] ?? ''] as const]
      : []),
    ['endDate', past.following.start],
  ]
  return Object.fromEntries([...written, ...shared, ...period])
}
