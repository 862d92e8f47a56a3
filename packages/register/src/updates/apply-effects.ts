import { entities } from '@sagsgang/events'
import type { EffectOperation, EventEffect, Value } from '@sagsgang/events'

import { endBy } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { chainOf, currentRows } from '../rows.ts'
import type { Columns, StoredRow } from '../rows.ts'
import { fitting, holds, valueOf } from './effect-values.ts'
import { peopleOf } from './parties.ts'
import type { Item, Report } from './parties.ts'
import { reopenNumber } from './reopen-number.ts'

/** Carries out what a definition says that its event writes. Nothing here knows any event. */

interface Carried {
  readonly report: Report
  readonly draft: Draft
  readonly effect: EventEffect
  readonly pnr: string
}

type Operation = (carried: Carried) => void

const columnsOf = (report: Report, set: Readonly<Record<string, Value>> = {}): Columns =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => [name, valueOf(report, value)]))

const whole = ({ report, effect }: Carried): Columns => {
  const empty = entities[effect.entity].map((name) => [name, null] as const)
  return { ...Object.fromEntries(empty), ...columnsOf(report, effect.set) }
}

const given = (report: Report, value: Value | undefined): string | null =>
  value === undefined ? null : valueOf(report, value)

const dateOf = ({ report, effect }: Carried): string => given(report, effect.from) ?? report.date

const markOf = ({ report, effect }: Carried): string | null => given(report, effect.derivedMark)

/** The current rows that an effect means: all of the kind, those whose columns fit, or the very one. */
function rowsMeant({ report, draft, effect, pnr }: Carried): readonly StoredRow[] {
  const person = draft.find(pnr)
  if (person === undefined) return []
  const rows = fitting(report, currentRows(person, effect.entity), effect.row)
  if (effect.rowAt === undefined) return rows
  const timestamp = valueOf(report, effect.rowAt)
  return rows.filter((row) => row.timestamp === timestamp)
}

const append: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  draft.replace(pnr, {
    entity: effect.entity,
    columns: whole(carried),
    start: dateOf(carried),
    startUncertain: report.data['dateUncertain'] === 'true',
    end: given(report, effect.until),
    derivedMark: markOf(carried),
  })
}

const endAll = (carried: Carried, rows: readonly StoredRow[]): void => {
  const { report, draft, effect, pnr } = carried
  const date = dateOf(carried)
  const set = columnsOf(report, effect.set)
  // A death may lie before a row that was reported since: that row then has no length.
  for (const row of rows) {
    draft.change(pnr, row, { end: endBy(row, date), columns: { ...row.columns, ...set } })
    draft.tell(pnr, markOf(carried))
  }
}

const endOne: Operation = (carried) => endAll(carried, rowsMeant(carried).slice(0, 1))
const endEach: Operation = (carried) => endAll(carried, rowsMeant(carried))

/** The row that is written over: the one that is named, else that of the chain the new columns belong to. */
function rowToSet(carried: Carried): StoredRow | undefined {
  const { entity, row, rowAt } = carried.effect
  const rows = rowsMeant(carried)
  if (row !== undefined || rowAt !== undefined) return rows[0]
  const chain = chainOf(entity, whole(carried))
  return rows.find((one) => chainOf(entity, one.columns) === chain)
}

/** Written over without history; a kind that has no row yet gets one. */
const set: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  const row = rowToSet(carried)
  if (row === undefined) return append(carried)
  const columns = { ...row.columns, ...columnsOf(report, effect.set) }
  // The number's own row keeps its key, and what rests on its status is not touched.
  if (effect.entity === 'person') return draft.restore(pnr, { ...row, columns })
  // So does a row that this very report has just written.
  if (row.save === draft.save) return void draft.change(pnr, row, { columns })
  const end = effect.until === undefined ? row.end : valueOf(report, effect.until)
  draft.rewrite(pnr, row, { columns, start: dateOf(carried), end, derivedMark: markOf(carried) })
}

const setStatus: Operation = (carried) => {
  const { report, draft, effect, pnr } = carried
  const [row] = rowsMeant({ ...carried, effect: { ...effect, entity: 'person' } })
  const status = given(report, effect.set?.['status'])
  if (row === undefined || status === null || row.columns['status'] === status) return
  const rest = columnsOf(report, effect.set)
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

const annul: Operation = (carried) => {
  const [row] = rowsMeant(carried)
  if (row !== undefined) carried.draft.change(carried.pnr, row, { mark: 'A', end: row.start })
}

/** The link lies on the number that is valid again; this person only hears of it. */
const removeFormer: Operation = (carried) => carried.draft.tell(carried.pnr, markOf(carried))

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
  annulRow: annul,
  reopen: ({ report, draft, pnr }) => reopenNumber(report.before, draft, pnr),
  removeFormer,
  // What a voter may do is worked out when it is asked for.
  review: nothing,
  keep: nothing,
}

/** What is derived from other rows is written once those stand; a number's rows come back by its new status. */
function turnOf({ entity, operation }: EventEffect): number {
  if (operation === 'reopen') return 2
  return entity === 'person' || entity === 'addressingName' ? 1 : 0
}

const alone: readonly (Item | undefined)[] = [undefined]

/** Writes all that the report writes, into the draft alone. */
export function applyEffects(report: Report, draft: Draft): void {
  const inOrder = report.definition.effects.toSorted((one, other) => turnOf(one) - turnOf(other))
  // A condition is judged when its turn comes: some look at what the effects before it wrote.
  for (const effect of inOrder)
    for (const pnr of new Set(peopleOf(report, effect.party)))
      for (const item of effect.each === undefined ? alone : (report.items[effect.each] ?? []))
        carryOut(
          { ...report, bound: { party: effect.party, pnr }, ...(item && { item }) },
          draft,
          effect,
          pnr,
        )
}

function carryOut(report: Report, draft: Draft, effect: EventEffect, pnr: string): void {
  const isInForce = effect.when === undefined || holds(report, effect.when)
  if (isInForce && draft.find(pnr) !== undefined)
    operations[effect.operation]({ report, draft, effect, pnr })
}

/** Whether the event gives somebody a number. */
export const givesNumber = ({ effects }: Report['definition']): boolean =>
  effects.some(({ operation }) => operation === 'assign')
