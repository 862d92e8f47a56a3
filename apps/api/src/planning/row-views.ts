import { nameOfCode } from '@sagsgang/events'
import type { Entity, RegisterRow, RegisterView } from '@sagsgang/events'

import type { RowView } from '../case-view.ts'

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
  const pairs = inOrder.flatMap((pnr) => pairsOf(pnr, before.people[pnr], after.people[pnr]))
  const added = inOrder.flatMap((pnr) => {
    const known = before.people[pnr]?.rows.length ?? 0
    return (after.people[pnr]?.rows.slice(known) ?? []).map((row) => toRowView(pnr, row))
  })
  return {
    before: pairs.map((pair) => pair.before),
    after: [...pairs.map((pair) => pair.after), ...added],
  }
}

type Known = RegisterView['people'][string] | undefined

function pairsOf(pnr: string, person: Known, later: Known) {
  const rows = (person?.rows ?? []).flatMap((row, index) => {
    const becomes = later?.rows[index]
    return becomes && !isSame(row, becomes) ? [[row, becomes] as const] : []
  })
  const changes = rows.map(([row, becomes]) => ({
    before: toRowView(pnr, row),
    after: toRowView(pnr, becomes),
  }))
  const isOwnShown = person?.rows.some(({ entity }) => entity === 'person') ?? false
  return isOwnShown ? changes : [...statusPair(pnr, person?.status, later?.status), ...changes]
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
