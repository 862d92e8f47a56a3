import { isBefore } from '../dates.ts'
import { rowKeys } from '../entities.ts'
import type { Entity, RegisterRow } from '../entities.ts'
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

/** Whether two rows of a kind come one after the other, and do not stand side by side. */
export function isOfOneLine(
  entity: Entity,
  one: RegisterRow['columns'],
  other: RegisterRow['columns'],
): boolean {
  return (chainKeys[entity] ?? []).every((key) => (one[key] ?? '') === (other[key] ?? ''))
}

/** Rows that a late one may not overlap: those of another key stand beside it, and children beside each other. */
function inItsWay(rows: readonly RegisterRow[], late: RegisterRow): readonly RegisterRow[] {
  if (late.columns['relation'] === 'child') return []
  return rows.filter(
    ({ entity, mark, columns, start, end }) =>
      entity === late.entity &&
      mark === null &&
      start !== end &&
      isOfOneLine(late.entity, columns, late.columns),
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
