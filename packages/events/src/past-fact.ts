import { textOf } from './case-data.ts'
import { isBefore, lastDayOf } from './dates.ts'
import type { EventDefinition, Facts, Finding } from './define-event.ts'
import type { EventEffect } from './effects.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { operationsOn, operationWords } from './maintenance-ids.ts'
import { entitiesOfDataType } from './maintenance/data-type-entities.ts'
import { isOfOneLine } from './maintenance/late-place.ts'
import { partiesOf } from './parties.ts'
import { currentRows, validRows } from './person-facts.ts'
import { columnsOf, isInForce } from './scene-values.ts'
import { eventDate, viewOf } from './scene.ts'
import type { Scene } from './scene.ts'
import { say } from './text.ts'

/** A fact that is older than the row that stands: it is reported as former data. */
export interface PastFact {
  /** The operation that reports it. */
  readonly operation: string
  /** The row that stands today. */
  readonly current: RegisterRow
  /** The row that begins first after it. */
  readonly following: RegisterRow
  /** What the row of the past is to hold. */
  readonly columns: RegisterRow['columns']
}

/** Null for an event of today, and where no service takes such a row late. */
export function pastFact(
  definition: EventDefinition,
  facts: Pick<Facts, 'data' | 'view'>,
): PastFact | null {
  const operation = formerOperation(definition)
  if (operation === null) return null
  const { data, view } = facts
  const scene = { definition, data, view, parties: partiesOf(definition, facts) }
  const written = rowOfEvent(scene)
  const later = written ? rowsLater(scene, written) : null
  return written && later ? { operation, columns: written.columns, ...later } : null
}

/** What of the same line begins after the event: null where the row that stands does not. */
function rowsLater(scene: Scene, { entity, columns }: WrittenRow) {
  const [subject = ''] = scene.definition.reportedFor
  const person = viewOf(scene, subject)
  const date = eventDate(scene)
  if (!person || date === '') return null
  const day = lastDayOf(date)
  const isLater = (row: RegisterRow) =>
    isOfOneLine(entity, row.columns, columns) && isBefore(day, row.start)
  const current = currentRows(person, entity).find(isLater)
  if (!current) return null
  const [following = current] = validRows(person, entity)
    .filter((row) => isLater(row) && row.end !== row.start)
    .toSorted((one, other) => (isBefore(one.start, other.start) ? -1 : 1))
  return { current, following }
}

/** The kind of row that stands for the event must be the one that its data type takes late. */
function formerOperation(definition: EventDefinition): string | null {
  const { kind, undo } = definition
  if (endsHome(definition)) return null
  const own = undo.steps.find(({ followOn }) => followOn === null)
  const [late] = entitiesOfDataType(undo.dataType)
  const isTaken = operationsOn(undo.dataType).includes('reportFormer') && own?.entity === late
  return kind.type === 'event' && isTaken ? `${undo.dataType}.${operationWords.reportFormer}` : null
}

/** Who dies or leaves does not live on as they did before: that is never a period between others. */
function endsHome({ effects, reportedFor: [subject] }: EventDefinition): boolean {
  return effects.some(
    ({ party, entity, operation }) =>
      party === subject && entity === 'address' && operation === 'endRow',
  )
}

interface WrittenRow {
  readonly entity: Entity
  readonly columns: RegisterRow['columns']
}

/** The one row that the event begins on its date; of several none stands for it alone. */
function rowOfEvent(scene: Scene): WrittenRow | undefined {
  const { definition } = scene
  const own = definition.undo.steps.find(({ followOn }) => followOn === null)
  const [subject] = definition.reportedFor
  const isOwn = ({ party, entity, operation, from }: EventEffect) =>
    party === subject && entity === own?.entity && operation === 'appendRow' && from === undefined
  const [effect, ...others] = definition.effects.filter(
    (one) => isOwn(one) && isInForce(scene, one),
  )
  if (!effect || others.length > 0) return undefined
  return { entity: effect.entity, columns: columnsOf(scene, effect) }
}

function inWords(day: string): string {
  return `${day.slice(6, 8)}.${day.slice(4, 6)}.${day.slice(0, 4)}`
}

/** Why another case reports the event: told where nothing else objects to it. */
export function toldAsPast(
  definition: EventDefinition,
  facts: Pick<Facts, 'data' | 'view'>,
): Finding | null {
  const past = pastFact(definition, facts)
  if (past === null) return null
  const since = inWords(past.current.start)
  const day = inWords(textOf(facts.data, definition.dateField))
  return {
    rule: `${definition.id}.latest`,
    severity: 'warning',
    fields: [definition.dateField],
    message: say(
      `Datoen ${day} ligger før den nuværende række, som begyndte ${since}: oplysningen indberettes som tidligere data`,
      `The date ${day} lies before the current row, which began ${since}: the fact is reported as former data`,
    ),
  }
}
