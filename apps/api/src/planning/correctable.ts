import type { CaseData, Entity, EventDefinition, FieldData, Value } from '@sagsgang/events'

/** Where a field of an event went in the register. */
export interface Written {
  readonly field: string
  readonly entity: Entity
  /** `startDate` is the start of the row. */
  readonly column: string
}

/** A field that was typed again, and what it was. */
export interface FieldChange {
  readonly field: string
  readonly from: FieldData | null
  readonly to: FieldData | null
}

export function changesIn(before: CaseData, typed: CaseData): readonly FieldChange[] {
  return Object.entries(typed)
    .filter(([field, value]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(value))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to }))
}

/** The row that a field's value stands in, on the person the event is reported for; null where it stands in none. */
export function writtenBy(definition: EventDefinition, field: string): Written | null {
  const own = definition.undo.steps.find(({ followOn }) => followOn === null)
  if (field === definition.dateField && own)
    return { field, entity: own.entity, column: 'startDate' }
  for (const { party, entity, operation, set } of definition.effects) {
    const isRow = operation === 'appendRow' || operation === 'set' || operation === 'create'
    if (!isRow || !isMain(definition, party)) continue
    const column = Object.keys(set ?? {}).find((name) => mentions(set?.[name] ?? null, field))
    if (column !== undefined) return { field, entity, column }
  }
  return null
}

/** The one reported for, or the child that the report gave a number. */
function isMain({ parties, reportedFor }: EventDefinition, party: string): boolean {
  const source = parties[party]
  return reportedFor[0] === party || (source !== undefined && 'newborn' in source)
}

function mentions(value: Value, field: string): boolean {
  if (value === null || typeof value === 'string') return false
  if ('field' in value) return value.field === field
  if ('first' in value) return value.first.some((one) => mentions(one, field))
  if ('choose' in value)
    return (
      mentions(value.otherwise, field) ||
      value.choose.some((choice) => mentions(choice.value, field))
    )
  return false
}
