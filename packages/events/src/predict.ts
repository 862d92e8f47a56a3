import { holdersIn } from './case-data.ts'
import type { CaseData } from './case-data.ts'
import { isBefore } from './dates.ts'
import type { EventDefinition } from './define-event.ts'
import type { EffectOperation, EventEffect } from './effects.ts'
import { rowKeys } from './entities.ts'
import type { Entity, RegisterRow } from './entities.ts'
import { pointer } from './expectations.ts'
import type { ExpectedChange } from './expectations.ts'
import { partiesOf } from './parties.ts'
import { currentRows, pointsAt, rowReplaced } from './person-facts.ts'
import type { PersonView, RegisterView } from './register-view.ts'
import { columnsOf, isInForce, rowsLike, valueIn } from './scene-values.ts'
import { bind, eventDate } from './scene.ts'
import type { Columns, Scene } from './scene.ts'

/** What an event will write, on whom, over the register as it is before the save. */
export function predict(
  definition: EventDefinition,
  data: CaseData,
  view: RegisterView,
  output?: Readonly<Record<string, string>>,
): readonly ExpectedChange[] {
  const parties = partiesOf(definition, output ? { data, view, output } : { data, view })
  const [subject = '', ...others] = definition.reportedFor
  const whole: Scene = { definition, data, view, parties }
  const first = reportIn(whole)
  // Each of a household is a report of its own, with that person in the first one's place.
  const further = others
    .flatMap((party) => parties[party] ?? [])
    .flatMap((pnr) => reportIn(bind(whole, subject, pnr)))
  return once([...first, ...further])
}

/** A child of two who are reported is told of by both. */
function once(changes: readonly ExpectedChange[]): readonly ExpectedChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()]
}

function reportIn(scene: Scene): readonly ExpectedChange[] {
  return effectsOf(scene)
    .flatMap((effect) => writingsOf(scene, effect))
    .flatMap((writing) => writers[writing.effect.operation](writing))
}

/** What one report writes: those of a household have a report of their own. */
function effectsOf({ definition: { effects, reportedFor } }: Scene): readonly EventEffect[] {
  const others = reportedFor.slice(1)
  return effects.filter(({ party }) => !others.includes(party))
}

interface Writing {
  readonly scene: Scene
  readonly effect: EventEffect
  readonly pnr: string | null
  readonly person: PersonView | null
}

/** An effect on each of its people, and for each item of a list. */
function writingsOf(whole: Scene, effect: EventEffect): readonly Writing[] {
  return membersOf(whole, effect).flatMap((pnr) => {
    const scene = pnr === null ? whole : bind(whole, effect.party, pnr)
    const person = pnr === null ? null : (whole.view.people[pnr] ?? null)
    return turnsOf(scene, effect)
      .filter((turn) => isInForce(turn, effect))
      .map((turn) => ({ scene: turn, effect, pnr, person }))
  })
}

/** A newborn is one person before its number is known. */
function membersOf(scene: Scene, { party }: EventEffect): readonly (string | null)[] {
  const known = scene.parties[party] ?? []
  const source = scene.definition.parties[party]
  return known.length === 0 && source && 'newborn' in source ? [null] : known
}

function turnsOf(scene: Scene, { each }: EventEffect): readonly Scene[] {
  if (each === undefined) return [scene]
  return holdersIn(scene.data, each).map((item) => ({ ...scene, item }))
}

const nothing = (): readonly ExpectedChange[] => []

const writers: Readonly<Record<EffectOperation, (writing: Writing) => readonly ExpectedChange[]>> =
  {
    // The number itself is no column: it is what the others stand under.
    assign: nothing,
    keep: nothing,
    create: (writing) => [written(writing, 'create')],
    appendRow: (writing) => [written(writing, 'append')],
    set: (writing) => [overwritten(writing)],
    setStatus: (writing) => [overwritten(writing)],
    endRow: (writing) => rowsGone(writing).map((row) => ended(writing, row)),
    endRows: (writing) => rowsGone(writing).map((row) => ended(writing, row)),
    annulRow: (writing) => rowsGone(writing).map((row) => annulled(writing, row)),
    reopen: (writing) => [reopened(writing)],
    // The other number shows nothing of what pointed at it.
    removeFormer: nothing,
    review: nothing,
  }

function written(writing: Writing, change: 'append' | 'create'): ExpectedChange {
  const columns = columnsOf(writing.scene, writing.effect)
  const former = rowBefore(writing, columns)
  return {
    ...frame(writing),
    change,
    columns,
    before: former?.columns ?? {},
    ...spanBefore(former),
    start: startOf(writing),
    end: endOf(writing),
  }
}

function overwritten(
  writing: Writing,
  set = columnsOf(writing.scene, writing.effect),
): ExpectedChange {
  const { entity, from } = writing.effect
  const former = rowSet(writing, set)
  const columns = { ...keyOf(entity, former), ...set }
  return {
    ...frame(writing),
    change: 'set',
    columns,
    before: pick(former?.columns ?? {}, columns),
    ...spanBefore(former),
    start: from === undefined ? null : startOf(writing),
    end: endOf(writing),
  }
}

/** Where a number points is no column of a row, and compared like one. */
function reopened(writing: Writing): ExpectedChange {
  const before = writing.person ? pointsAt(writing.person) : null
  return { ...overwritten(writing, { [pointer]: null }), before: { [pointer]: before } }
}

/** The row that is written over. */
function rowSet(writing: Writing, set: Columns): RegisterRow | undefined {
  const { effect, person } = writing
  if (!person) return undefined
  const isNamed = effect.row !== undefined || effect.rowAt !== undefined
  return isNamed ? rowsMeant(writing)[0] : rowReplaced(person, effect.entity, set)
}

/** The row whose place is taken; none where the same event ends or annuls it by itself. */
function rowBefore(writing: Writing, set: Columns): RegisterRow | undefined {
  const { person, effect, pnr, scene } = writing
  const row = person ? rowReplaced(person, effect.entity, set) : undefined
  if (!row) return undefined
  const isRemoved = effectsOf(scene)
    .filter(({ entity }) => entity === effect.entity)
    .flatMap((other) => writingsOf(scene, other))
    .some((other) => other.pnr === pnr && rowsGone(other).includes(row))
  return isRemoved ? undefined : row
}

function ended(writing: Writing, row: RegisterRow): ExpectedChange {
  const end = startOf(writing)
  return {
    ...stood(writing, row),
    change: 'end',
    columns: { ...row.columns, ...columnsOf(writing.scene, writing.effect) },
    // A row that was written since the day it ends on has no length.
    end: end !== null && isBefore(end, row.start) ? row.start : end,
  }
}

function annulled(writing: Writing, row: RegisterRow): ExpectedChange {
  return { ...stood(writing, row), change: 'annul', columns: row.columns, end: row.start }
}

/** What a row that goes was. */
function stood(writing: Writing, row: RegisterRow) {
  return {
    ...frame(writing),
    before: row.columns,
    ...spanBefore(row),
    start: row.start,
  }
}

function spanBefore(row: RegisterRow | undefined) {
  const startBefore = row?.start ?? null
  return row?.end == null ? { startBefore } : { startBefore, endBefore: row.end }
}

function frame({ scene, effect, pnr }: Writing) {
  const { party, entity, derivedMark = null } = effect
  return { pnr, party, entity, derivedMark: valueIn(scene, derivedMark) }
}

function startOf({ scene, effect }: Writing): string | null {
  return effect.from === undefined ? eventDate(scene) : valueIn(scene, effect.from)
}

/** The rows that an effect ends or annuls by name. */
function rowsGone(writing: Writing): readonly RegisterRow[] {
  const { operation } = writing.effect
  if (operation === 'endRows') return rowsMeant(writing)
  return operation === 'endRow' || operation === 'annulRow' ? rowsMeant(writing).slice(0, 1) : []
}

function endOf({ scene, effect }: Writing): string | null {
  return effect.until === undefined ? null : valueIn(scene, effect.until)
}

function rowsMeant({ scene, effect, person }: Writing): readonly RegisterRow[] {
  if (!person) return []
  const rows = rowsLike(scene, currentRows(person, effect.entity), effect.row)
  if (effect.rowAt === undefined) return rows
  const timestamp = valueIn(scene, effect.rowAt)
  return rows.filter((row) => row.timestamp === timestamp)
}

/** What tells the row from those that stand beside it. */
function keyOf(entity: Entity, row: RegisterRow | undefined): Columns {
  const keys = row ? (rowKeys[entity] ?? []) : []
  return Object.fromEntries(keys.map((key) => [key, row?.columns[key] ?? null]))
}

function pick(from: Columns, like: Columns): Columns {
  return Object.fromEntries(Object.keys(like).map((column) => [column, from[column] ?? null]))
}
