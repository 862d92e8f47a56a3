import type { AppRouter } from '@sagsgang/api'
import type { inferRouterOutputs } from '@trpc/server'

import type { TrueRow } from '../control.ts'
import type { Everybody } from './changes.ts'

type Plan = inferRouterOutputs<AppRouter>['cases']['planUndo']
type Step = Plan['steps'][number]
type Planned = Step['before'][number]

/** A row as a plan speaks of it: what it says, when, and whether it is proof. */
interface Cell {
  readonly pnr: string
  readonly entity: string
  readonly says: Readonly<Record<string, string>>
  readonly start: string | null
  readonly end: string | null
  readonly mark: string | null
}

/**
 * What a plan tells wrongly of the register: it is carried out on paper, step by step, over everybody's rows as they were,
 * and what comes out must be what stands afterwards. Entities and columns alone.
 */
export function unforeseen(
  before: Everybody,
  steps: readonly Step[],
  after: Everybody,
): readonly string[] {
  const cells = cellsOf(before)
  const missed = steps
    .filter(({ policy }) => policy === 'undo')
    .flatMap((step) => carryOut(cells, step))
  const known = new Set(Object.keys(before))
  const stands = cellsOf(after).filter(({ pnr }) => known.has(pnr))
  return [...new Set([...missed, ...apart(cells, stands)])]
}

const cellsOf = (people: Everybody): Cell[] =>
  Object.values(people).flatMap(({ pnr, rows }) =>
    Object.entries(rows).flatMap(([entity, all]) => all.map((row) => toCell(pnr, entity, row))),
  )

/** How a row stands, and what no plan speaks of. */
const aside = new Set([
  'current',
  'mark',
  'start',
  'end',
  'startUncertain',
  'derivedMark',
  'code',
  'statusDate',
])

function toCell(pnr: string, entity: string, row: TrueRow): Cell {
  const columns = Object.entries(row).filter(([name]) => !aside.has(name))
  const says = Object.fromEntries(columns.flatMap(([name, value]) => written(name, value)))
  return { pnr, entity, says, start: row.start, end: row.end, mark: row.mark }
}

/** Lines of text are columns each; what is empty is not said. */
function written(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((line, place) => written(`line${place + 1}`, line))
  return typeof value === 'string' && value !== '' ? [[name, value]] : []
}

/** Without a start it is a word about the person: the row as such is not meant. */
function isMeant(cell: Cell, { person, entity, columns, start, end, mark }: Planned): boolean {
  if (cell.pnr !== person || cell.entity !== entity) return false
  const isSaid = Object.entries(columns).every(
    ([name, value]) => aside.has(name) || (cell.says[name] ?? '') === (value ?? ''),
  )
  const isWhen = start === null || (cell.start === start && cell.end === end && cell.mark === mark)
  return isSaid && isWhen
}

function changed(cell: Cell, { columns, start, end, mark }: Planned): Cell {
  const says = Object.entries({ ...cell.says, ...columns }).flatMap(([name, value]) =>
    aside.has(name) ? [] : written(name, value),
  )
  const period = start === null ? {} : { start, end, mark }
  return { ...cell, ...period, says: Object.fromEntries(says) }
}

/** All its rows are read first: a plan may speak of one row twice, as a word about the person and as the row. */
function carryOut(cells: Cell[], { operation, before, after }: Step): readonly string[] {
  const places = before.map((row) => cells.findIndex((cell) => isMeant(cell, row)))
  const missed = before.flatMap((row, index) => {
    const place = places[index] ?? -1
    const cell = cells[place]
    const becomes = after[index]
    if (cell === undefined) return [`${operation} starts from a ${row.entity} that is not there`]
    if (becomes === undefined) return [`${operation} does not say what a ${row.entity} becomes`]
    cells[place] = changed(cell, becomes)
    return []
  })
  for (const row of after.slice(before.length)) {
    const { person: pnr, entity, start, end, mark } = row
    cells.push(changed({ pnr, entity, says: {}, start, end, mark }, row))
  }
  return missed
}

const wordsOf = ({ pnr, entity, says, start, end, mark }: Cell): string =>
  JSON.stringify([pnr, entity, inOrder(says), start, end, mark])

const inOrder = (says: Cell['says']) =>
  Object.entries(says).toSorted(([one], [other]) => one.localeCompare(other))

function apart(foreseen: readonly Cell[], stands: readonly Cell[]): readonly string[] {
  const left = stands.map((cell) => ({ cell, words: wordsOf(cell) }))
  const wrong = foreseen.flatMap((cell) => {
    const words = wordsOf(cell)
    const place = left.findIndex((one) => one.words === words)
    if (place === -1) return [`foresees a ${describe(cell)}`]
    left.splice(place, 1)
    return []
  })
  return [...wrong, ...left.map(({ cell }) => `does not foresee a ${describe(cell)}`)]
}

const describe = ({ entity, end, mark }: Cell): string =>
  `${entity}${mark === null ? (end === null ? '' : ' that ends') : ` marked ${mark}`}`
