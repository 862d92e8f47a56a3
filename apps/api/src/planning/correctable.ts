import type {
  CaseData,
  CaseDataChange,
  Entity,
  EventDefinition,
  EventEffect,
  FieldData,
  Value,
} from '@sagsgang/events'

/** Where a field of an event went in the register. */
export interface Written {
  readonly field: string
  readonly entity: Entity
  /** Which of a person's relatives the row names; null where rows are not told apart so. */
  readonly relation: string | null
  /** `startDate` is the start of the row. */
  readonly column: string
  /** The field is lines of text, each a column of its own; the column is that of the first. */
  readonly areLines: boolean
}

/** A field that was typed again, and what it was. */
export interface FieldChange {
  readonly field: string
  readonly from: FieldData | null
  readonly to: FieldData | null
}

/** Fields that were typed again with another value; the same value is no change. */
export function changesIn(before: CaseData, typed: CaseDataChange): readonly FieldChange[] {
  return Object.entries(typed)
    .filter(([field, value]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(value))
    .map(([field, to]) => ({ field, from: before[field] ?? null, to }))
}

/** The row that a field's value stands in, on the person the event is reported for; null where it stands in none. */
export function writtenBy(definition: EventDefinition, field: string): Written | null {
  if (field === definition.dateField) return datedRow(definition)
  for (const effect of rowsOfMain(definition)) {
    const { entity, set = {} } = effect
    const column = Object.keys(set).find((name) => mentions(definition, set[name] ?? null, field))
    if (column === undefined) continue
    return { field, entity, column, areLines: isLine(set[column]), relation: relationIn(effect) }
  }
  return null
}

/** The row that stands for the event begins on its date. */
function datedRow(definition: EventDefinition): Written | null {
  const own = definition.undo.steps.find(({ followOn }) => followOn === null)
  const effect = rowsOfMain(definition).find(({ entity }) => entity === own?.entity)
  if (!effect) return null
  const { entity } = effect
  const [field, relation] = [definition.dateField, relationIn(effect)]
  return { field, entity, relation, column: 'startDate', areLines: false }
}

const isLine = (value: Value | undefined): boolean =>
  typeof value === 'object' && value !== null && 'line' in value

const places = [1, 2, 3, 4, 5]

/** What the row's columns are to hold, by what was typed. */
export function columnsOf(
  { column, areLines }: Written,
  typed: FieldData | null,
): readonly (readonly [string, FieldData | null])[] {
  if (!areLines) return [[column, typed]]
  const lines = Array.isArray(typed) ? typed : []
  return places.map((place) => [`line${place}`, lines[place - 1] ?? null] as const)
}

function rowsOfMain(definition: EventDefinition): readonly EventEffect[] {
  return definition.effects.filter(
    ({ party, operation }) => writing.has(operation) && isMain(definition, party),
  )
}

const writing: ReadonlySet<string> = new Set(['appendRow', 'set', 'create'])

function relationIn({ entity, set }: EventEffect): string | null {
  const relation = set?.['relation']
  return entity === 'kinship' && typeof relation === 'string' ? relation : null
}

/** The one reported for, or the child that the report gave a number. */
function isMain({ parties, reportedFor }: EventDefinition, party: string): boolean {
  const source = parties[party]
  return reportedFor[0] === party || (source !== undefined && 'newborn' in source)
}

function mentions(definition: EventDefinition, value: Value, field: string): boolean {
  if (value === null || typeof value === 'string') return false
  if ('field' in value) return value.field === field
  if ('pnrOf' in value) return isNamedBy(definition, value.pnrOf, field)
  const nested = 'first' in value ? value.first : 'choose' in value ? choicesOf(value) : []
  return nested.some((one) => mentions(definition, one, field))
}

function choicesOf({ choose, otherwise }: Extract<Value, { readonly otherwise: Value }>) {
  return [...choose.map((choice) => choice.value), otherwise]
}

function isNamedBy({ parties }: EventDefinition, party: string, field: string): boolean {
  const source = parties[party]
  return source !== undefined && 'field' in source && source.field === field
}
