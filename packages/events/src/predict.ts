import type { CaseData } from './case-data.ts'
import type { EventDefinition } from './define-event.ts'
import type { EffectOperation, EventEffect } from './effects.ts'
import { rowKeys } from './entities.ts'
import type { Entity, RegisterRow } from './entities.ts'
import type { ExpectedChange } from './expectations.ts'
import { partiesOf } from './parties.ts'
import { currentRows } from './person-facts.ts'
import type { PersonView, RegisterView } from './register-view.ts'
import { bind, columnsOf, eventDate, isInForce, valueIn } from './scene.ts'
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
  const first = reportIn(whole, others)
  // Each of a household is a report of its own, with that person in the first one's place.
  const further = others
    .flatMap((party) => parties[party] ?? [])
    .flatMap((pnr) => reportIn(bind(whole, subject, pnr), others))
  return [...first, ...further]
}

function reportIn(scene: Scene, others: readonly string[]): readonly ExpectedChange[] {
  return scene.definition.effects
    .filter(({ party }) => !others.includes(party))
    .flatMap((effect) => membersOf(scene, effect).flatMap((pnr) => changesOf(scene, effect, pnr)))
}

/** A newborn is one person before its number is known. */
function membersOf(scene: Scene, { party }: EventEffect): readonly (string | null)[] {
  const known = scene.parties[party] ?? []
  const source = scene.definition.parties[party]
  return known.length === 0 && source && 'newborn' in source ? [null] : known
}

function changesOf(
  whole: Scene,
  effect: EventEffect,
  pnr: string | null,
): readonly ExpectedChange[] {
  const scene = pnr === null ? whole : bind(whole, effect.party, pnr)
  if (!isInForce(scene, effect)) return []
  const person = pnr === null ? null : (scene.view.people[pnr] ?? null)
  return writers[effect.operation]({ scene, effect, pnr, person })
}

interface Writing {
  readonly scene: Scene
  readonly effect: EventEffect
  readonly pnr: string | null
  readonly person: PersonView | null
}

const nothing = (): readonly ExpectedChange[] => []

const writers: Readonly<Record<EffectOperation, (writing: Writing) => readonly ExpectedChange[]>> =
  {
    // The number itself is no column: it is what the others stand under.
    assign: nothing,
    keep: nothing,
    create: (writing) => [written(writing, 'create')],
    appendRow: (writing) => [written(writing, 'append')],
    set: (writing) => [written(writing, 'set')],
    setStatus: (writing) => [written(writing, 'set')],
    endRow: (writing) =>
      rowsMeant(writing)
        .slice(0, 1)
        .map((row) => ended(writing, row)),
    endRows: (writing) => rowsMeant(writing).map((row) => ended(writing, row)),
  }

function written(writing: Writing, change: 'append' | 'create' | 'set'): ExpectedChange {
  const { scene, effect } = writing
  const columns = columnsOf(scene, effect)
  const former = formerOf(writing, columns)
  return {
    ...frame(writing),
    change,
    columns,
    before: change === 'set' ? pick(former.columns, columns) : former.columns,
    startBefore: former.start,
    start: change === 'set' && effect.from === undefined ? null : startOf(writing),
    end: null,
  }
}

function formerOf(
  { person, effect }: Writing,
  columns: Columns,
): { readonly columns: Columns; readonly start: string | null } {
  const row = person ? rowReplaced(person, effect.entity, columns) : undefined
  return row ?? { columns: {}, start: null }
}

function ended(writing: Writing, row: RegisterRow): ExpectedChange {
  return {
    ...frame(writing),
    change: 'end',
    columns: row.columns,
    before: row.columns,
    startBefore: row.start,
    start: row.start,
    end: startOf(writing),
  }
}

function frame({ scene, effect, pnr }: Writing) {
  const { party, entity, derivedMark = null } = effect
  return { pnr, party, entity, derivedMark: valueIn(scene, derivedMark) }
}

function startOf({ scene, effect }: Writing): string | null {
  return effect.from === undefined ? eventDate(scene) : valueIn(scene, effect.from)
}

function rowsMeant({ scene, effect, person }: Writing): readonly RegisterRow[] {
  if (!person) return []
  const wanted = Object.entries(effect.row ?? {}).map(
    ([column, value]) => [column, valueIn(scene, value)] as const,
  )
  return currentRows(person, effect.entity).filter((row) =>
    wanted.every(([column, value]) => (row.columns[column] ?? null) === value),
  )
}

/** The current row whose place a new one takes: of the same key, where several stand side by side. */
export function rowReplaced(
  person: PersonView,
  entity: Entity,
  columns: Columns,
): RegisterRow | undefined {
  const keys = rowKeys[entity] ?? []
  return currentRows(person, entity).find((row) =>
    keys.every((key) => (row.columns[key] ?? null) === (columns[key] ?? null)),
  )
}

function pick(from: Columns, like: Columns): Columns {
  return Object.fromEntries(Object.keys(like).map((column) => [column, from[column] ?? null]))
}
