import { entities } from '@sagsgang/events'
import type { EffectOperation, EventEffect, Value } from '@sagsgang/events'

import type { Draft } from '../draft.ts'
import { currentRows } from '../rows.ts'
import type { Columns, StoredRow } from '../rows.ts'
import { holds, valueOf } from './effect-values.ts'
import { peopleOf } from './parties.ts'
import type { Report } from './parties.ts'

/** Carries out what a definition says that its event writes. Nothing here knows any event. */

interface Carried {
  readonly report: Report
  readonly draft: Draft
  readonly effect: EventEffect
  readonly pnr: string
}

type Operation = (carried: Carried) => void

const columnsOf = (report: Report, set: Readonly<Record<string, Value>>): Columns =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [name, valueOf(report, value)]))

const whole = ({ report, effect }: Carried): Columns => {
  const empty = entities[effect.entity].map((name) => [name, null] as const)
  return { ...Object.fromEntries(empty), ...columnsOf(report, effect.set ?? {}) }
}

const dateOf = ({ report, effect }: Carried): string =>
  (effect.from === undefined ? null : valueOf(report, effect.from)) ?? report.date

const markOf = ({ report, effect }: Carried): string | null =>
  effect.derivedMark === undefined ? null : valueOf(report, effect.derivedMark)

/** The current rows that an effect means: all of the kind, or those whose columns fit. */
function rowsMeant({ report, draft, effect, pnr }: Carried): readonly StoredRow[] {
  const person = draft.find(pnr)
  if (person === undefined) return []
  const wanted = Object.entries(columnsOf(report, effect.row ?? {}))
  return currentRows(person, effect.entity).filter((row) =>
    wanted.every(([name, value]) => (row.columns[name] ?? null) === value),
  )
}

const append: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  draft.replace(pnr, {
    entity: effect.entity,
    columns: whole(carried),
    start: dateOf(carried),
    startUncertain: report.data['dateUncertain'] === 'true',
    derivedMark: markOf(carried),
  })
}

const endAll = (carried: Carried, rows: readonly StoredRow[]): void => {
  const date = dateOf(carried)
  // A death may lie before a row that was reported since: that row then has no length.
  for (const row of rows)
    carried.draft.change(carried.pnr, row, { end: date < row.start ? row.start : date })
}

const endOne: Operation = (carried) => endAll(carried, rowsMeant(carried).slice(0, 1))
const endEach: Operation = (carried) => endAll(carried, rowsMeant(carried))

/** Written over without history; a kind that has no row yet gets one. */
const set: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  const [row] = rowsMeant(carried)
  if (row === undefined) return append(carried)
  const columns = { ...row.columns, ...columnsOf(report, effect.set ?? {}) }
  // The number's own row keeps its key; so does one that this very report has just written.
  const keepsKey = effect.entity === 'person' || row.save === draft.save
  if (keepsKey) return void draft.change(pnr, row, { columns })
  draft.rewrite(pnr, row, { columns, start: dateOf(carried), derivedMark: markOf(carried) })
}

const setStatus: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  const [row] = rowsMeant({ ...carried, effect: { ...effect, entity: 'person' } })
  const status = valueOf(report, effect.set?.['status'] ?? null)
  if (row === undefined || status === null || row.columns['status'] === status) return
  const rest = columnsOf(report, effect.set ?? {})
  draft.change(pnr, row, {
    columns: { ...row.columns, statusDate: dateOf(carried), ...rest },
  })
}

const create: Operation = (carried) => {
  const { draft, pnr } = carried
  const columns = whole(carried)
  const start = dateOf(carried)
  draft.append(pnr, {
    entity: 'person',
    columns: { ...columns, statusDate: columns['statusDate'] ?? start },
    start,
  })
}

const nothing: Operation = () => undefined

const operations: Readonly<Record<EffectOperation, Operation>> = {
  // The number is taken before the first effect.
  assign: nothing,
  create,
  appendRow: append,
  endRow: endOne,
  endRows: endEach,
  set,
  setStatus,
  keep: nothing,
}

/** What is derived from other rows is written once those stand. */
const isDerivedFromRows = ({ entity }: EventEffect): boolean =>
  entity === 'person' || entity === 'addressingName'

/** Writes all that the report writes, into the draft alone. */
export function applyEffects(report: Report, draft: Draft): void {
  const { effects } = report.definition
  const inOrder = [
    ...effects.filter((effect) => !isDerivedFromRows(effect)),
    ...effects.filter(isDerivedFromRows),
  ]
  // A condition is judged when its turn comes: some look at what the effects before it wrote.
  for (const effect of inOrder)
    for (const pnr of new Set(peopleOf(report, effect.party)))
      carryOut({ ...report, bound: { party: effect.party, pnr } }, draft, effect, pnr)
}

function carryOut(report: Report, draft: Draft, effect: EventEffect, pnr: string): void {
  const isInForce = effect.when === undefined || holds(report, effect.when)
  if (isInForce && draft.find(pnr) !== undefined)
    operations[effect.operation]({ report, draft, effect, pnr })
}

/** Whether the event gives somebody a number. */
export const givesNumber = ({ definition }: Pick<Report, 'definition'>): boolean =>
  definition.effects.some(({ operation }) => operation === 'assign')
