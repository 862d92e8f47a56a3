import { isBefore } from '../dates.ts'
import { rowKeys } from '../entities.ts'
import type { RegisterRow } from '../entities.ts'
import { isOpenOn } from '../person-facts.ts'

/** Where a row that is reported late falls among those that stand. */
export interface LatePlace {
  /** The row that it begins inside. */
  readonly head: RegisterRow | undefined
  /** The row that it ends inside. */
  readonly tail: RegisterRow | undefined
  /** Rows that it would cover from end to end. */
  readonly swallowed: readonly RegisterRow[]
}

/** Which of a child's parents is meant tells rows apart; one parent after another is one chain. */
const chainKeys: Partial<typeof rowKeys> = { ...rowKeys, kinship: ['relation'] }

/** Rows that a late one may not overlap: those of another key stand beside it, and children beside each other. */
function inItsWay(rows: readonly RegisterRow[], late: RegisterRow): readonly RegisterRow[] {
  if (late.columns['relation'] === 'child') return []
  const keys = chainKeys[late.entity] ?? []
  return rows.filter(
    ({ entity, mark, columns, start, end }) =>
      entity === late.entity &&
      mark === null &&
      start !== end &&
      keys.every((key) => (columns[key] ?? '') === (late.columns[key] ?? '')),
  )
}

export function latePlaceOf(rows: readonly RegisterRow[], late: RegisterRow): LatePlace {
  const { start } = late
  const end = late.end ?? start
  const others = inItsWay(rows, late)
  return {
    head: others.find((row) => isBefore(row.start, start) && isOpenOn(row, start)),
    tail: others.find((row) => isBefore(row.start, end) && isOpenOn(row, end)),
    swallowed: others.filter((row) => !isBefore(row.start, start) && !isOpenOn(row, end)),
  }
}
