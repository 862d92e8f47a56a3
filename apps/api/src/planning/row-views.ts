import { nameOfCode } from '@sagsgang/events'
import type { Entity, RegisterRow, RegisterView } from '@sagsgang/events'

import type { RowView } from '../plan-view.ts'

/** A number's own row began with the number, which no lookup shows: what it shows is since when the status is. */
export function toRowView(person: string, row: RegisterRow): RowView {
  const { entity, columns, end, mark } = row
  const start = entity === 'person' ? null : row.start
  return { person, entity, columns, start, end, mark, names: namesIn(entity, { ...columns, mark }) }
}

function namesIn(entity: Entity, cells: RegisterRow['columns']): RowView['names'] {
  const named = Object.entries(cells).flatMap(([column, code]) => {
    const name = code === null ? undefined : nameOfCode(entity, column, code)
    return name === undefined ? [] : [[column, name] as const]
  })
  return Object.fromEntries(named)
}

export interface Changed {
  readonly before: readonly RowView[]
  /** What each of them becomes, then what is new. */
  readonly after: readonly RowView[]
}

/** The rows that differ between two views of the same people, side by side; those of the one it is about first. */
export function changedRows(about: string, before: RegisterView, after: RegisterView): Changed {
  const people = [...new Set([...Object.keys(before.people), ...Object.keys(after.people)])]
  const inOrder = people.toSorted((one, other) => Number(other === about) - Number(one === about))
  const added = inOrder.flatMap((pnr) => addedTo(pnr, before.people[pnr], after.people[pnr]))
  const pairs = inOrder.flatMap((pnr) =>
    pairsOf({ pnr, person: before.people[pnr], later: after.people[pnr] }, added),
  )
  const moved = new Set(pairs.map((pair) => pair.to))
  return {
    before: pairs.map((pair) => pair.before),
    after: [
      ...pairs.map((pair) => pair.after),
      ...added.filter((one) => !moved.has(one)).map(({ pnr, row }) => toRowView(pnr, row)),
    ],
  }
}

type Known = RegisterView['people'][string] | undefined

interface PlacedRow {
  readonly pnr: string
  readonly row: RegisterRow
}

interface Pair {
  readonly before: RowView
  readonly after: RowView
  /** Set where the row has gone over to another number. */
  readonly to?: PlacedRow
}

interface Two {
  readonly pnr: string
  readonly person: Known
  readonly later: Known
}

/** Rows keep their place, and new ones come last; the rows of whoever changes number leave it, and it keeps its own alone. */
function addedTo(pnr: string, person: Known, later: Known): readonly PlacedRow[] {
  const known = person?.rows.length ?? 0
  return (later?.rows.slice(known) ?? []).map((row) => ({ pnr, row }))
}

function pairsOf({ pnr, person, later }: Two, added: readonly PlacedRow[]): readonly Pair[] {
  const rows = person?.rows ?? []
  const hasLeft = later != null && later.rows.length < rows.length
  const pairs = rows.flatMap((row, index): readonly Pair[] => {
    const stays = hasLeft ? later.rows.find((one) => isOne(one, row)) : later?.rows[index]
    const to = hasLeft && !stays ? added.find((one) => isOne(one.row, row)) : undefined
    if (to) return [{ before: toRowView(pnr, row), after: toRowView(to.pnr, to.row), to }]
    const isChanged = stays && !isSame(row, stays)
    return isChanged ? [{ before: toRowView(pnr, row), after: toRowView(pnr, stays) }] : []
  })
  const isOwnShown = rows.some(({ entity }) => entity === 'person')
  return isOwnShown ? pairs : [...statusPair(pnr, person?.status, later?.status), ...pairs]
}

/** By its key: a proof may share it with the row that stands. */
function isOne(one: RegisterRow, other: RegisterRow): boolean {
  return one.entity === other.entity && one.timestamp === other.timestamp && one.mark === other.mark
}

function isSame(one: RegisterRow, other: RegisterRow): boolean {
  return (
    one.mark === other.mark &&
    one.end === other.end &&
    one.start === other.start &&
    JSON.stringify(one.columns) === JSON.stringify(other.columns)
  )
}

function statusPair(person: string, before?: string, after?: string) {
  if (before === undefined || after === undefined || before === after) return []
  const row = (status: string): RowView => ({
    person,
    entity: 'person',
    columns: { status },
    start: null,
    end: null,
    mark: null,
    names: namesIn('person', { status }),
  })
  return [{ before: row(before), after: row(after) }]
}
