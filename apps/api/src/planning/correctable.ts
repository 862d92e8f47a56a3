import type {
  Entity,
  EventDefinition,
  EventEffect,
  ExpectedChange,
  FieldData,
  Value,
} from '@sagsgang/events'

/** Where a field of an event went in the register. */
export interface Written {
  readonly field: string
  readonly entity: Entity
  /** Which of a person's relatives the row names; null where rows are not told apart so. */
  readonly relation: string | null
  /** `startDate` and `endDate` are the ends of the row, `dateUncertain` the mark on its start. */
  readonly column: string
  /** The field is lines of text, each a column of its own; the column is that of the first. */
  readonly areLines: boolean
}

type Changes = readonly ExpectedChange[]

/** The row that a field's value stands in, on the person the event is reported for; null where it stands in none. */
export function writtenBy(
  definition: EventDefinition,
  field: string,
  changes?: Changes,
): Written | null {
  if (field === definition.dateField)
    return datedRow(definition, changes) ?? columnFor(definition, field, changes)
  return isDateMark(definition, field)
    ? markedRow(definition, field, changes)
    : columnFor(definition, field, changes)
}

function columnFor(
  definition: EventDefinition,
  field: string,
  changes: Changes | undefined,
): Written | null {
  for (const effect of rowsOfMain(definition, writing, changes)) {
    const { entity, set = {} } = effect
    const column = Object.keys(set).find(
      (name) => name !== 'statusDate' && mentions(definition, set[name] ?? null, field),
    )
    if (column === undefined) continue
    return { field, entity, column, areLines: isLine(set[column]), relation: relationIn(effect) }
  }
  return null
}

/** The row that stands for the event begins on its date, or ends on it; a number's own row has a start of its own. */
function datedRow(definition: EventDefinition, changes: Changes | undefined): Written | null {
  const own = definition.undo.steps.find(({ followOn }) => followOn === null)
  if (!own || own.entity === 'person') return null
  const { entity } = own
  const begun = rowsOfMain(definition, writing, changes).find((effect) => effect.entity === entity)
  const ended = rowsOfMain(definition, ending, changes).find((effect) => effect.entity === entity)
  const effect = begun ?? ended
  if (!effect) return null
  const column = begun ? 'startDate' : 'endDate'
  return {
    field: definition.dateField,
    entity,
    relation: relationIn(effect),
    column,
    areLines: false,
  }
}

/** Whether a flag says that parts of the event's date are unknown. */
function isDateMark({ fields }: EventDefinition, field: string): boolean {
  return fields.some(({ name, wire }) => name === field && wire.includes('HDTOUSM'))
}

function markedRow(
  definition: EventDefinition,
  field: string,
  changes: Changes | undefined,
): Written | null {
  const dated = datedRow(definition, changes)
  const isBegun = dated?.column === 'startDate'
  return isBegun ? { ...dated, field, column: 'dateUncertain' } : null
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

/** Effects of these kinds on the main person; of a case that was carried out, those that wrote something. */
function rowsOfMain(
  definition: EventDefinition,
  operations: ReadonlySet<string>,
  changes: Changes | undefined,
): readonly EventEffect[] {
  return definition.effects.filter(
    (effect) =>
      operations.has(effect.operation) &&
      isMain(definition, effect.party) &&
      (changes === undefined || changes.some((change) => isOf(effect, change))),
  )
}

function isOf(effect: EventEffect, { party, entity, change, columns }: ExpectedChange): boolean {
  const relation = relationIn(effect)
  const isEnd = ending.has(effect.operation)
  return (
    party === effect.party &&
    entity === effect.entity &&
    isEnd === (change === 'end') &&
    (relation === null || columns['relation'] === relation)
  )
}

const writing: ReadonlySet<string> = new Set(['appendRow', 'set', 'setStatus', 'create'])
const ending: ReadonlySet<string> = new Set(['endRow', 'endRows'])

function relationIn({ entity, set, row }: EventEffect): string | null {
  const relation = set?.['relation'] ?? row?.['relation']
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
  // A number is given for a birth date and sex, and says them of its person.
  if ('derive' in value) return value.derive === field
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
